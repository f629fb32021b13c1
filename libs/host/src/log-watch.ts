import type { EventStore } from '@ledgerline/kernel';
import { sleep } from './supervision.js';
import { WatchedProgress } from './watched-progress.js';

/** Milliseconds between looks at the log's end. */
const looksEvery = 100;

/** The log's end, looked at again and again, and how far behind it those are who follow the log. */
export class LogWatch {
  readonly projections: WatchedProgress;
  readonly processManagers: WatchedProgress;
  private seenAt = performance.now();

  /** @param names of this process's own followers */
  constructor(
    private readonly store: Pick<EventStore, 'compare' | 'end'>,
    names: { readonly projections: readonly string[]; readonly processManagers: readonly string[] },
  ) {
    this.projections = new WatchedProgress(store, names.projections);
    this.processManagers = new WatchedProgress(store, names.processManagers);
  }

  /** Milliseconds since the log last said where its end is. */
  silence(): number {
    return performance.now() - this.seenAt;
  }

  async look(): Promise<void> {
    const end = await this.store.end();
    this.seenAt = performance.now();
    this.projections.seen(end);
    this.processManagers.seen(end);
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.look();
      await sleep(looksEvery, signal);
    }
  }
}
