import type { EventStore, Position } from '@ledgerline/kernel';
import type { ProjectionProgress } from './ledgerline.js';

/** Milliseconds for which an answer about the lag holds: it is asked for with every command. */
const looksEvery = 10;

/**
 * Watches the log's end beside what the projections report. Samples the end every 100 ms and remembers when each end was
 * first seen, so that lag is a time: since when something has been waiting that a projection has not applied.
 */
export class WatchedProgress implements ProjectionProgress {
  private readonly positions = new Map<string, Position>();
  private looked = { at: Number.NEGATIVE_INFINITY, lag: 0 };
  private readonly ends: { readonly position: Position; readonly seen: number }[] = [];

  constructor(
    private readonly store: Pick<EventStore, 'compare' | 'end'>,
    private readonly names: readonly string[],
  ) {}

  report(name: string, position: Position): void {
    this.positions.set(name, position);
  }

  async sample(): Promise<void> {
    const position = await this.store.end();
    const last = this.ends.at(-1);
    if (last && this.store.compare(last.position, position) === 0) return;
    this.ends.push({ position, seen: performance.now() });
    if (this.ends.length > 3_000) this.ends.splice(0, this.ends.length - 3_000);
  }

  lag(): number {
    const now = performance.now();
    if (now - this.looked.at < looksEvery) return this.looked.lag;
    this.looked = { at: now, lag: this.lagNow() };
    return this.looked.lag;
  }

  private lagNow(): number {
    while (this.ends[0] && this.isApplied(this.ends[0].position)) this.ends.shift();
    return this.ends[0] ? performance.now() - this.ends[0].seen : 0;
  }

  reached(): Readonly<Record<string, Position>> {
    return Object.fromEntries(this.positions);
  }

  private isApplied(end: Position): boolean {
    return this.names.every((name) => {
      const position = this.positions.get(name);
      return position !== undefined && this.store.compare(position, end) >= 0;
    });
  }
}
