import type { HoldReason } from '../ticket/ticket-words.js';

/** Clocks of deadlines.md. */
export const clockNames = [
  'first-response', 'dispatch', 'return-request', 'accept', 'return-decision', 'handle', 'interim-feedback', 'extension-decision',
  'review', 'check', 'reply', 'resolve', 'measures-urgent', 'acknowledge-urgent', 'decide-urgent', 'hand-down-urgent',
  'explain-urgent', 'return-call', 'follow-up', 'survey', 'acknowledge-urge', 'supervision',
] as const; // prettier-ignore
export type ClockName = (typeof clockNames)[number];

/** Clocks that stand still while held (deadlines.md, column "holds"). */
export const clocksThatHold: readonly ClockName[] = ['dispatch', 'handle', 'interim-feedback', 'reply', 'resolve'];
/** Clocks of an urgent episode: elapsed time, day and night. */
export const clocksOfUrgency: readonly ClockName[] = [
  'measures-urgent', 'acknowledge-urgent', 'decide-urgent', 'hand-down-urgent', 'explain-urgent',
]; // prettier-ignore

export const escalationTargets = ['handler', 'manager', 'coordinator', 'leader', 'duty-executive', 'next-executive'] as const;
export type EscalationTarget = (typeof escalationTargets)[number];
export const clockFacts = ['kind', 'level', 'item', 'channel', 'department', 'site', 'district'] as const;

export type ClockConditions = Readonly<Partial<Record<(typeof clockFacts)[number], string>>>;
/** ISO 8601: `PT…` is working time (elapsed on the calendar `elapsed`), `P…D` whole working days. */
export type Limit = string | { readonly of: ClockName; readonly fraction: number };

export interface ClockRule {
  readonly clock: ClockName;
  readonly when?: ClockConditions;
  readonly within: Limit;
  /** Code of a calendar, or `elapsed`. */
  readonly calendar: string;
  readonly warnAt?: readonly number[];
  readonly holds?: readonly HoldReason[];
  readonly escalate?: readonly EscalationStep[];
}

export interface EscalationStep {
  /** Counted from the due time, on the clock's calendar. */
  readonly after: string;
  readonly to: EscalationTarget;
  readonly every?: string;
  /** One of `escalationEnds`; older documents may have other words, by which the rung ends with the clock. */
  readonly until?: string;
}

/**
 * What ends a rung. `acknowledged`: since the clock is late somebody acknowledged the urgent event, or the department an urge.
 * `met`: the clock's own end, as without a word.
 */
export const escalationEnds = ['acknowledged', 'met'] as const;
export type EscalationEnd = (typeof escalationEnds)[number];

/** A service-level policy as interface.md has it. */
export interface Policy {
  readonly code: string;
  readonly effectiveFrom: string;
  readonly clocks: readonly ClockRule[];
  readonly extensions: { readonly count: number; readonly most: string };
  readonly limits: Readonly<Record<string, unknown>>;
  readonly repliesBy: 'call-centre' | 'department';
  readonly checkResults: boolean;
}
