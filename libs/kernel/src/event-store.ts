import type { SealedCommit, StoredCommit, StreamName } from './commit.js';
import type { Position } from './position.js';

/**
 * The append-only log. Durable before it acknowledges (rule 9). The guard against lost updates is the stream's version:
 * a commit is taken only where its `first` is the stream's last version + 1 and `previous` is the hash of the stream's
 * last commit.
 */
export interface EventStore {
  readonly capabilities: EventStoreCapabilities;
  /**
   * Appends one commit, all or nothing.
   * @returns `conflict` where the stream has moved on (or has no such beginning): nothing was written
   * @throws AppendOutcomeUnknown where it may or may not have been written: read the tail (`fresh`) before trying again
   * @throws LogUnavailable where it was certainly not written (queue full, disk full, closing)
   */
  append(commit: SealedCommit): Promise<AppendOutcome>;
  /** The stream's commits in order, those with versions after `after` (0: all). Empty for a stream that is none. */
  load(stream: StreamName, options?: LoadOptions): Promise<readonly StoredCommit[]>;
  /** Up to `limit` commits of the whole log after a position (undefined: from the beginning), in log order. */
  read(after: Position | undefined, limit: number): Promise<readonly StoredCommit[]>;
  /**
   * The hashes alone of what `read` would give, and the position of the last: much less to read. Who has nothing shorter than
   * `read` leaves it out.
   */
  hashes?(after: Position | undefined, limit: number): Promise<{ readonly hashes: readonly string[]; readonly end: Position }>;
  /**
   * Everything after a position, then what comes, in batches of at most `batch`, until the signal. Each stream's versions
   * arrive contiguously; nothing is skipped, nothing repeated within one call.
   * @throws LogRestored, UnknownPosition
   */
  follow(after: Position | undefined, options: FollowOptions): AsyncIterable<readonly StoredCommit[]>;
  /** The position after the last durable commit. Of an empty log: the position before its first. */
  end(): Promise<Position>;
  /**
   * Negative, 0 or positive as `a` lies before, at or after `b`; of vectors: positive only where `a` covers `b` in every log.
   * @throws LogRestored, UnknownPosition
   */
  compare(a: Position, b: Position): number;
  /** Refuses new appends, finishes those taken, closes. */
  close(): Promise<void>;
}

export interface EventStoreCapabilities {
  readonly name: string;
  /** False only for memory: the contract's durability clauses do not apply. */
  readonly durable: boolean;
  /** True where `read` and `follow` give one total order over all streams. */
  readonly totalOrder: boolean;
  /** True where the sequences of positions count the log's commits from 1: one that is not there was taken out. */
  readonly gapless?: boolean;
}

export type AppendOutcome = { readonly kind: 'appended'; readonly position: Position } | { readonly kind: 'conflict' };

export interface LoadOptions {
  /** Only commits whose versions lie after this one; default 0. */
  readonly after?: number;
  /** Read from the leader, not from a copy that may lag; asked for after conflicts and unknown outcomes. */
  readonly fresh?: boolean;
}

export interface FollowOptions {
  readonly signal: AbortSignal;
  /** Commits in one batch at most; default 500. */
  readonly batch?: number;
}

export class AppendOutcomeUnknown extends Error {
  override readonly name = 'AppendOutcomeUnknown';
  readonly code = 'append-outcome-unknown';
}

export class LogUnavailable extends Error {
  override readonly name = 'LogUnavailable';
  readonly code = 'log-unavailable';
}
