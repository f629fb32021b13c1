import type { Dissatisfaction } from './ticket-words.js';

/** One try to reach the caller with the reply; `at` is RFC 3339, UTC. */
export interface ContactAttempt {
  readonly at: string;
  readonly channel: string;
  readonly outcome: string;
}

/** The satisfaction survey (回访) of a reply. */
export interface Survey {
  /** When the reply was given: the policy's version of that time counts. */
  readonly since: string;
  readonly attempts: number;
  /** Channels by which it was sent, the last one at the end. */
  readonly sentBy?: readonly string[];
  readonly ratings?: Readonly<Record<Dissatisfaction, number>>;
  readonly dissatisfied?: readonly Dissatisfaction[];
}
