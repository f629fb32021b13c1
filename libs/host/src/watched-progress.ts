import type { EventStore, Position } from '@ledgerline/kernel';

/** How far those who follow the log are behind it. */
export interface Progress {
  /** Milliseconds since the oldest end of the log was seen that one of them, but for those that stand still, has not reached; 0 when all have. */
  lag(): number;
  /** The same of each. */
  lags(): Readonly<Record<string, number>>;
  /** null: it has not come to anything yet. */
  reached(): Readonly<Record<string, Position | null>>;
}

/** Milliseconds for which an answer about the lag holds: it is asked for with every command. */
const looksEvery = 10;

/**
 * Holds the log's ends, each with the moment when it was first seen, against what those who follow the log report, so that
 * lag is a time: since when something has been waiting that one of them has not come to.
 */
export class WatchedProgress implements Progress {
  private readonly names: Set<string>;
  private readonly positions = new Map<string, Position>();
  private readonly still = new Set<string>();
  private looked = { at: Number.NEGATIVE_INFINITY, lag: 0 };
  private readonly ends: { readonly position: Position; readonly seen: number }[] = [];

  /** @param names of those who have to report; who reports without being named is watched from then on */
  constructor(
    private readonly store: Pick<EventStore, 'compare'>,
    names: readonly string[],
  ) {
    this.names = new Set(names);
  }

  /** @param position undefined: it follows the log and has not come to anything yet */
  report(name: string, position: Position | undefined): void {
    this.names.add(name);
    this.looked.at = Number.NEGATIVE_INFINITY;
    if (position !== undefined) this.positions.set(name, position);
  }

  /** It stands still, and says why: nobody waits for it any more, though it falls behind. */
  standsStill(name: string, still: boolean): void {
    if (still) this.still.add(name);
    else this.still.delete(name);
  }

  forget(name: string): void {
    this.names.delete(name);
    this.still.delete(name);
    this.positions.delete(name);
  }

  seen(end: Position): void {
    this.looked.at = Number.NEGATIVE_INFINITY;
    const last = this.ends.at(-1);
    if (last && this.store.compare(last.position, end) === 0) return;
    this.ends.push({ position: end, seen: performance.now() });
    if (this.ends.length > 3_000) this.ends.splice(0, this.ends.length - 3_000);
  }

  lag(): number {
    const now = performance.now();
    if (now - this.looked.at >= looksEvery) this.looked = { at: now, lag: this.lagNow() };
    return this.looked.lag;
  }

  private lagNow(): number {
    while (this.ends[0] && this.isPassedBy(this.names, this.ends[0].position)) this.ends.shift();
    const waiting = this.still.size === 0 ? this.ends[0] : this.ends[this.firstNotPassedBy(this.names.difference(this.still))];
    return waiting ? performance.now() - waiting.seen : 0;
  }

  /** Ends come in order, so that it is found by halves: those that stand still keep all of them here. */
  private firstNotPassedBy(names: ReadonlySet<string>): number {
    let [low, high] = [0, this.ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.isPassedBy(names, (this.ends[middle] as { readonly position: Position }).position)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  lags(): Readonly<Record<string, number>> {
    const now = performance.now();
    const lagOf = (name: string) => {
      const waiting = this.ends.find(({ position }) => !this.hasPassed(name, position));
      return waiting ? now - waiting.seen : 0;
    };
    return Object.fromEntries([...this.names].map((name) => [name, lagOf(name)]));
  }

  reached(): Readonly<Record<string, Position | null>> {
    return Object.fromEntries([...this.names].map((name) => [name, this.positions.get(name) ?? null]));
  }

  private isPassedBy(names: ReadonlySet<string>, end: Position): boolean {
    for (const name of names) if (!this.hasPassed(name, end)) return false;
    return true;
  }

  private hasPassed(name: string, end: Position): boolean {
    const position = this.positions.get(name);
    return position !== undefined && this.store.compare(position, end) >= 0;
  }
}
