/** Where time comes from (rule 10). */
export interface Clock {
  /** Milliseconds since the epoch, UTC. */
  now(): number;
}
