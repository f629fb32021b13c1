/** Where time comes from (rule 10). */
export interface Clock {
  /** Milliseconds since the epoch, UTC. */
  now(): number;
  /** Milliseconds that never jump, from any beginning: what `now` is held against. The process's own where it is not given. */
  monotonic?(): number;
}
