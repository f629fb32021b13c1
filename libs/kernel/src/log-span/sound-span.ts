import type { StreamName } from '../commit.js';
import type { Position } from '../position.js';

/** Where the commits of one stream that lie in a span begin and end. */
export interface Stretch {
  readonly stream: StreamName;
  /** Of its first commit: version of the first event, hash of the commit before, `at` of the first event. */
  readonly first: number;
  readonly previous: string | null;
  readonly from: string;
  /** Of its last commit: version and `at` of the last event, hash. */
  readonly last: number;
  readonly to: string;
  readonly hash: string;
}

/**
 * Consecutive commits of a log, each in order by itself, and each stream's in order among each other. Whoever knows what stands
 * before them has only to see that they go on from there.
 */
export interface SoundSpan {
  /** Positions of the first and the last. */
  readonly begin: Position;
  readonly end: Position;
  readonly commits: number;
  readonly events: number;
  /** Of the commits, one after the other, 43 characters each. */
  readonly hashes: string;
  readonly stretches: readonly Stretch[];
}

const hashLength = 43;

/** The hash of the n-th commit, from 0. */
export function hashIn({ hashes }: Pick<SoundSpan, 'hashes'>, n: number): string {
  return hashes.slice(n * hashLength, (n + 1) * hashLength);
}
