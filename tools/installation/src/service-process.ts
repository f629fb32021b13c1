import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');
export const adminPassword = 'correct-horse-battery';

const alive = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

/** One process of an installation: started, ended, and started again at the same address. */
export class ServiceProcess {
  readonly name: string;
  /** Where it listens, of one that is an edge. */
  url: string | undefined;
  private readonly env: Readonly<Record<string, string>>;
  private readonly under: readonly string[];
  private child: ChildProcess | undefined;
  private ending: Promise<number | null> = Promise.resolve(null);

  constructor(name: string, env: Readonly<Record<string, string>>, under: readonly string[] = []) {
    this.name = name;
    this.env = env;
    this.under = under;
  }

  get pid(): number {
    return this.child?.pid ?? -1;
  }

  get running(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Resolves when it says that it runs. */
  async start(): Promise<void> {
    const [program, ...args] = [...this.under, process.execPath, join(root, 'services', this.name, 'dist', 'main.js')];
    const child = spawn(String(program), args, {
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        NODE_NO_WARNINGS: '1',
        PORT: this.url === undefined ? '0' : new URL(this.url).port,
        LOG_LEVEL: 'error',
        LEDGERLINE_ADMIN_PASSWORD: adminPassword,
        ...this.env,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.child = child;
    alive.add(child);
    this.ending = new Promise((resolve) =>
      child.once('exit', (code) => {
        alive.delete(child);
        resolve(code);
      }),
    );
    const url = /http:\/\/[^\s]+/.exec(await this.firstWords(child))?.[0];
    if (url !== undefined) this.url = new URL(url).origin;
  }

  /** Sends a signal and resolves with the exit code when it is gone: null where the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null> {
    if (this.running) this.child?.kill(signal);
    return this.ending;
  }

  /** The exit code of the present run once it is over: null where a signal ended it. */
  get ended(): Promise<number | null> {
    return this.ending;
  }

  private firstWords(child: ChildProcess): Promise<string> {
    return new Promise((resolve, reject) => {
      let text = '';
      const late = setTimeout(() => reject(new Error(`${this.name} did not start within 180 s: ${text}`)), 180_000);
      child.stdout?.on('data', (piece: Buffer) => {
        text += piece.toString();
        if (!/running/.test(text) || !text.includes('\n')) return;
        clearTimeout(late);
        resolve(text);
      });
      child.once('exit', (code) => {
        clearTimeout(late);
        reject(new Error(`${this.name} ended with ${code} before it ran: ${text}`));
      });
    });
  }
}
