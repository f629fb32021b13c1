import type { StreamName } from './commit.js';
import type { Position } from './position.js';

/** Something that cannot be part of a history as ADR 0001 describes it. */
export interface Misfit {
  /** What is wrong, by name. */
  readonly fault: MisfitName;
  readonly position: Position;
  readonly stream: StreamName;
  /** Version of the commit's first event, as the store gave it. */
  readonly version: number;
  readonly expected: string;
  readonly found: string;
}

export type MisfitName =
  | 'commits-missing'
  | 'hash-differs'
  | 'bytes-not-canonical'
  | 'not-a-commit'
  | 'facts-differ'
  | 'version-does-not-follow'
  | 'chain-broken'
  | 'time-runs-backwards';

/** What is wrong, before it is said where. */
export type Difference = Pick<Misfit, 'fault' | 'expected' | 'found'>;
