import type { ClockName } from '../policy/policy.js';
import type { HoldReason } from '../ticket/ticket-words.js';

/**
 * One instance of a clock as a ticket's events give it, before any policy or calendar is looked at. Instants are milliseconds
 * since the epoch.
 */
export interface ClockRun {
  readonly clock: ClockName;
  /** `handle:2`: the clock and the how-many-th of it on this ticket. */
  readonly instance: string;
  readonly department?: string;
  readonly part?: 'lead' | 'co-handling';
  readonly assignment?: number;
  readonly startedAt: number;
  /** When what started it was written down; for imports later than `startedAt`. */
  readonly knownAt: number;
  /** Due at a date that somebody named (`follow-up`, `supervision`). */
  readonly fixedDue?: number;
  readonly end?: RunEnd;
  /** `handle`: the last submission, by which it is judged. */
  readonly submittedAt?: number;
  /** `survey`, `return-call`: attempts to reach the caller; the policy's last one ends it. */
  readonly attempts?: readonly number[];
  /** When somebody last acknowledged: of a late clock, rungs `until: acknowledged` tell nobody any more. */
  readonly acknowledgedAt?: number;
  /** `handle` stands still while its result is reviewed and checked. */
  readonly suspensions: readonly Suspension[];
  /** Granted extensions of a `handle`, in order. */
  readonly extensions: readonly GrantedExtension[];
}

export interface RunEnd {
  readonly at: number;
  readonly how: 'met' | 'cancelled';
  /** A `handle` that was released or returned is charged to its department. */
  readonly chargedTo?: string;
}

export interface Suspension {
  readonly from: number;
  readonly to?: number;
  readonly why: 'review' | 'check';
}

export interface GrantedExtension {
  readonly at: number;
  readonly by: number;
  /** What the department was then: the lead's extension moves `resolve`, a co-handler's only where it passes it. */
  readonly part?: 'lead' | 'co-handling';
}

/** A hold (挂起): of a department's clocks and `resolve`, or of the ticket's own. */
export interface HoldSpan {
  readonly department?: string;
  readonly assignment?: number;
  readonly reason: HoldReason;
  /** The caller was asked: it ends with the policy's `callerSilence` too, and holds the ticket's own clocks besides. */
  readonly information: boolean;
  readonly from: number;
  readonly to?: number;
}

/** Who has the ticket (deadlines.md, "Time by holder"); holds come on top of it. */
export type Holder =
  { readonly who: 'call-centre' | 'caller' | 'third-party' } | { readonly who: 'lead' | 'manager'; readonly department: string };
