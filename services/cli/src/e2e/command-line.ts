import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const main = join(import.meta.dirname, '..', '..', 'dist', 'main.js');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Sends this signal as soon as stdout has this text. */
  readonly when?: { readonly text: RegExp; readonly signal: NodeJS.Signals };
}

/** Runs `ledgerline …` as a process of its own, from the build. */
export function ledgerline(args: readonly string[], { env = {}, input = '', when }: RunOptions = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], {
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_NO_WARNINGS: '1', LOG_LEVEL: 'error', ...env },
    });
    const late = setTimeout(() => child.kill('SIGKILL'), 240_000);
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      if (when?.text.test(stdout)) child.kill(when.signal);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(late);
      resolve({ code, stdout, stderr });
    });
    child.stdin.end(input);
  });
}

/** The one JSON object that a run printed. */
export function result(ran: Ran): Record<string, unknown> {
  const lines = ran.stdout.trimEnd().split('\n');
  if (lines.length !== 1) throw new Error(`not one line: ${ran.stdout}\n${ran.stderr}`);
  return JSON.parse(ran.stdout) as Record<string, unknown>;
}
