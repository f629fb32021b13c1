import { spawn } from 'node:child_process';
import { join } from 'node:path';

const program = join(import.meta.dirname, '../../../dist/main.js');

export interface ImportProcess {
  /** What it has said so far. */
  readonly stdout: string;
  readonly stderr: string;
  kill(signal: NodeJS.Signals): void;
  /** Null where a signal ended it. */
  readonly exited: Promise<number | null>;
}

/** `ledgerline import …` as a process of its own. Needs `npm run build` before. */
export function startImport(args: readonly string[], env: Readonly<Record<string, string>>): ImportProcess {
  const child = spawn(process.execPath, [program, 'import', ...args], {
    env: { ...process.env, NODE_OPTIONS: '', NODE_NO_WARNINGS: '1', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) child[name].on('data', (piece: Buffer) => (said[name] += piece.toString()));
  const exited = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return {
    get stdout() {
      return said.stdout;
    },
    get stderr() {
      return said.stderr;
    },
    kill: (signal) => child.kill(signal),
    exited,
  };
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The objects of `--json`. */
  readonly lines: readonly Record<string, never>[];
}

export async function runImport(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> {
  const running = startImport(args, env);
  const code = await running.exited;
  const { stdout, stderr } = running;
  const lines = args.includes('--json')
    ? stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, never>)
    : [];
  return { code, stdout, stderr, lines };
}
