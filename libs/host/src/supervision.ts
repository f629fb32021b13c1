import type { Logger } from 'pino';

export interface LoopHealth {
  readonly name: string;
  readonly running: boolean;
  readonly failures: number;
  readonly lastFailure: string | undefined;
  /** Why it keeps still though nothing broke. */
  readonly keepsStill?: string;
}

/**
 * Keeps background loops going: one that breaks is logged, counted, shown in `/health/ready` and started again after a
 * pause that doubles from 100 ms to 30 s.
 */
export class Supervision {
  private readonly loops = new Map<string, { running: boolean; failures: number; lastFailure: string | undefined }>();
  private readonly still = new Map<string, string>();
  private readonly ends: Promise<void>[] = [];
  private readonly stopping = new AbortController();
  private ending = false;
  private heard: readonly LoopHealth[] = [];

  constructor(private readonly log: Logger) {}

  get signal(): AbortSignal {
    return this.stopping.signal;
  }

  /** Runs `loop` until `stop`. It must end when the signal comes. */
  keep(name: string, loop: (signal: AbortSignal) => Promise<void>): void {
    const health = { running: true, failures: 0, lastFailure: undefined as string | undefined };
    this.loops.set(name, health);
    this.ends.push(this.again(name, health, loop));
  }

  health(): readonly LoopHealth[] {
    const own = [...this.loops].map(([name, state]) => {
      const why = this.still.get(name);
      return { name, ...state, ...(why === undefined ? {} : { keepsStill: why }) };
    });
    return [...own, ...this.heard];
  }

  /** Loops that a thread keeps itself, as it told of them last. */
  hear(loops: readonly LoopHealth[]): void {
    this.heard = loops;
  }

  /** A loop does nothing for a reason that people have to know; undefined: it goes on. At the end everything keeps still, and nobody is told. */
  keepsStill(name: string, why: string | undefined): void {
    if (this.ending || why === this.still.get(name)) return;
    if (why === undefined) this.still.delete(name);
    else this.still.set(name, why);
    if (why === undefined) this.log.info({ loop: name }, 'goes on');
    else this.log.error({ loop: name, why }, 'keeps still');
  }

  /** The end has begun: services close before the loops that ask them, and what keeps still from now on is no fault. */
  expectEnd(): void {
    this.ending = true;
  }

  async stop(): Promise<void> {
    this.expectEnd();
    this.stopping.abort();
    await Promise.all(this.ends);
  }

  private async again(
    name: string,
    health: { running: boolean; failures: number; lastFailure: string | undefined },
    loop: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    let pause = 100;
    while (!this.signal.aborted) {
      const began = performance.now();
      try {
        health.running = true;
        await loop(this.signal);
        if (this.signal.aborted) break;
        throw new Error('ended without being told to');
      } catch (error) {
        if (this.signal.aborted) break;
        health.running = false;
        health.failures += 1;
        health.lastFailure = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
        this.log.error({ err: error, loop: name, failures: health.failures }, 'a background loop broke; it is started again');
      }
      if (performance.now() - began > 60_000) pause = 100;
      await sleep(pause, this.signal);
      pause = Math.min(pause * 2, 30_000);
    }
    health.running = false;
  }
}

/** Resolves after so many milliseconds, or when the signal comes. */
export function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', done, { once: true });
  });
}

/** For what has nothing to do until it is to end. */
export function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
