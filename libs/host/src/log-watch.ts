import type { EventStore, Position } from '@ledgerline/kernel';
import { sleep } from './supervision.js';
import { WatchedProgress } from './watched-progress.js';

/** Milliseconds between looks at the log's end. */
const looksEvery = 100;

export type Followers = 'projections' | 'processManagers';

/** How far a generation of a read model has come. */
export interface ReachedCollection {
  /** Of the collection. */
  readonly place: string;
  readonly position: Position;
}

/** The same with the projection's name, as a thread tells it. */
export interface ReachedProjection extends ReachedCollection {
  readonly name: string;
}

/** The log's end, looked at again and again, and how far behind it those are who follow the log. */
export class LogWatch {
  /** Those that follow the log in this process. */
  readonly own: Readonly<Record<Followers, WatchedProgress>>;
  /** Those of all processes, where it is gathered; else this process's own. */
  readonly all: Readonly<Record<Followers, WatchedProgress>>;
  /** Told when somebody waits for a read model: set by who lets commits gather. */
  onHurry: () => void = () => undefined;
  /** Where this process's copies of projections write. */
  private readonly collections = new Map<string, ReachedCollection>();
  private seenAt = performance.now();

  /** @param names of this process's own followers */
  constructor(
    private readonly store: Pick<EventStore, 'compare' | 'end'>,
    names: Readonly<Record<Followers, readonly string[]>>,
  ) {
    const progress = () => ({
      projections: new WatchedProgress(store, names.projections),
      processManagers: new WatchedProgress(store, names.processManagers),
    });
    [this.own, this.all] = [progress(), progress()];
  }

  /** A follower of this process has come to a position. */
  report(followers: Followers, name: string, position: Position): void {
    this.own[followers].report(name, position);
    this.all[followers].report(name, position);
  }

  /** A projection of this process has come to a position, whether or not its checkpoint is saved yet. */
  reportProjection(name: string, reached: ReachedCollection): void {
    this.collections.set(name, reached);
    this.report('projections', name, reached.position);
  }

  /** True where a projection of this process has written everything up to a position; false where it has not, or another process writes. */
  hasReached({ place, position }: ReachedCollection): boolean {
    for (const reached of this.collections.values())
      if (reached.place === place) return this.store.compare(reached.position, position) >= 0;
    return false;
  }

  /** A follower of this process stands by, or does so no more: whoever follows the log in its place reports. */
  standBy(followers: Followers, name: string, standsBy: boolean): void {
    if (standsBy) this.own[followers].forget(name);
    else this.own[followers].report(name, undefined);
  }

  /** Somebody waits for a read model of this process: its projections rest no longer. */
  hurry(): void {
    this.onHurry();
  }

  /** Milliseconds since the log last said where its end is. */
  silence(): number {
    return performance.now() - this.seenAt;
  }

  async look(): Promise<void> {
    const end = await this.store.end();
    this.seenAt = performance.now();
    for (const { projections, processManagers } of [this.own, this.all]) {
      projections.seen(end);
      processManagers.seen(end);
    }
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.look();
      await sleep(looksEvery, signal);
    }
  }
}
