import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** A server started as a child; it does not outlive this process's orderly end. */
export interface ServerProcess {
  readonly pid: number;
  /** The last 64 KiB or so of what it printed. */
  printed(): string;
  /** Throws, with what it printed, where it has ended. */
  assertRunning(): void;
  /** Asks it to end (SIGTERM), insists after 10 seconds, and waits until it has. */
  stop(): Promise<void>;
  /** SIGKILL, and waits until it has ended. What it had not flushed to the operating system is lost; the page cache is not. */
  kill(): Promise<void>;
}

export function startProcess(program: string, args: readonly string[]): ServerProcess {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  let printed = '';
  let failure: Error | undefined;
  const keep = (data: Buffer): void => {
    printed = (printed + data.toString()).slice(-65_536);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  child.once('error', (error) => (failure = error));
  running.add(child);
  child.once('exit', () => running.delete(child));

  const hasEnded = (): boolean => failure !== undefined || child.exitCode !== null || child.signalCode !== null;
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (hasEnded()) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    const insist = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(insist);
  };
  return {
    pid: child.pid ?? -1,
    printed: () => printed,
    assertRunning: () => {
      if (hasEnded()) throw new Error(`${program} has ended: ${failure?.message ?? printed}`);
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/**
 * Waits until `look` gives something, looking every 20 ms.
 * @throws the server's own words where it ends or the seconds run out first (it is killed then)
 */
export async function whenReady<T>(server: ServerProcess, look: () => Promise<T | undefined>, seconds = 120): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    server.assertRunning();
    if (Date.now() > deadline) {
      await server.kill();
      throw new Error(`not ready within ${seconds} s; it printed: ${server.printed()}`);
    }
    await delay(20);
  }
}
