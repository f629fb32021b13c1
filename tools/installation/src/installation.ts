import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');
export const adminPassword = 'correct-horse-battery';

/** A running Ledgerline of real processes, for tests and benchmarks. */
export interface Installation {
  readonly url: string;
  readonly data: string;
  readonly processes: readonly ChildProcess[];
  /** SIGTERM to all; resolves with their exit codes. */
  stop(): Promise<readonly (number | null)[]>;
  /** SIGKILL to all; resolves when they are gone. */
  kill(): Promise<void>;
}

export interface InstallationOptions {
  readonly data?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export const services = ['administration', 'intake', 'routing', 'department', 'notification', 'reporting', 'gateway'] as const;

/** All in one process with the embedded log. Needs `npm run build` before. */
export async function startEmbedded({ data = newFolder(), env = {} }: InstallationOptions = {}): Promise<Installation> {
  const process_ = launch('all-in-one', { LEDGERLINE_DATA: data, ...env });
  return { data, ...(await running([process_])) };
}

/** Every service its own process over NATS, with JetStream as the log; read models as `env` says. */
export async function startServices({ data = newFolder(), env = {} }: InstallationOptions = {}): Promise<Installation> {
  const launched = services.map((service) => launch(service, { LEDGERLINE_DATA: data, LEDGERLINE_STORE: 'jetstream', ...env }));
  return { data, ...(await running(launched)) };
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'ledgerline-'));
}

interface Launched {
  readonly child: ChildProcess;
  readonly said: Promise<string>;
}

function launch(service: string, env: Readonly<Record<string, string>>): Launched {
  const child = spawn(process.execPath, [join(root, 'services', service, 'dist', 'main.js')], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      NODE_NO_WARNINGS: '1',
      PORT: '0',
      LOG_LEVEL: 'error',
      LEDGERLINE_ADMIN_PASSWORD: adminPassword,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = new Promise<string>((resolve, reject) => {
    let text = '';
    const late = setTimeout(() => reject(new Error(`${service} did not start within 60 s: ${text}`)), 60_000);
    child.stdout?.on('data', (piece: Buffer) => {
      text += piece.toString();
      if (!/running/.test(text) || !text.includes('\n')) return;
      clearTimeout(late);
      resolve(text);
    });
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`${service} ended with ${code} before it ran: ${text}`));
    });
  });
  return { child, said };
}

async function running(launched: readonly Launched[]): Promise<Omit<Installation, 'data'>> {
  const words = await Promise.all(launched.map(({ said }) => said)).catch((error: unknown) => {
    for (const { child } of launched) child.kill('SIGKILL');
    throw error;
  });
  const url = /http:\/\/[^\s]+/.exec(words.join('\n'))?.[0];
  if (url === undefined) throw new Error(`no address in: ${words.join('\n')}`);
  const processes = launched.map(({ child }) => child);
  const ended = processes.map((child) => new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code))));
  const signal = (name: NodeJS.Signals) => {
    for (const child of processes) child.kill(name);
    return Promise.all(ended);
  };
  return {
    url: new URL(url).origin,
    processes,
    stop: () => signal('SIGTERM'),
    kill: () => signal('SIGKILL').then(() => undefined),
  };
}
