import type { ClockName, EscalationTarget } from '../policy/policy.js';
import type { InBothLanguages } from '../calendar/deadline-sentence.js';
import type { DeadlineStep } from '../calendar/explain-deadline.js';
import type { Holder } from './clock-run.js';
import type { Stop } from './stops-of-run.js';

/** How long, in time that the clock counts and as it passed. */
export interface Amount {
  readonly workingSeconds: number;
  readonly elapsedSeconds: number;
}

/** deadlines.md, "Verdict". A `return-request` that nobody used lapses without one. */
export type Verdict =
  | { readonly verdict: 'in-time' }
  | { readonly verdict: 'late'; readonly by: Amount }
  | { readonly verdict: 'breached'; readonly by: Amount }
  | { readonly verdict: 'cancelled'; readonly late?: Amount; readonly chargedTo?: string };

/**
 * `held`: a hold stops it now, and `due` is as if it went on at once. `suspended`: its result is under review or check, and it
 * will be judged by the submission.
 */
export type ClockState = 'running' | 'held' | 'suspended' | 'breached' | 'met' | 'cancelled' | 'lapsed';

/** A warning or escalation; `id` is the same for the same clock instance, due time and step, and another after an extension. */
export interface ClockStep {
  readonly id: string;
  readonly step: 'warning' | 'escalation';
  readonly at: string;
  /** Warnings: the share of the time from start to due. */
  readonly fraction?: number;
  readonly to?: EscalationTarget;
  /** Told again after so long: ISO 8601. */
  readonly every?: string;
  /** What ends the rung: one of `escalationEnds`, or a word of an older document. */
  readonly until?: string;
}

/** What a moved due time was moved by. */
export interface ToldMove {
  readonly move: Stop['why'] | 'extension' | 'raised';
  readonly from: string;
  readonly to?: string;
  readonly department?: string;
  readonly days?: number;
  readonly seconds?: number;
  readonly due: string;
}

export interface ClockExplanation extends InBothLanguages {
  /** `rule` counts from 0; null where a person named the date. */
  readonly policy: { readonly code: string; readonly version: number; readonly rule: number | null };
  /** `elapsed`, or the calendar's code, version and time zone. */
  readonly calendar: 'elapsed' | { readonly code: string; readonly version: number; readonly timeZone: string };
  readonly within: string | { readonly of: ClockName; readonly fraction: number } | null;
  readonly steps: readonly DeadlineStep[];
  readonly moves: readonly ToldMove[];
}

/** The same clock by documents as they are known now, where they have been corrected since. */
export interface Recalculation {
  readonly due: string | null;
  readonly verdict: Verdict | null;
  readonly explanation: ClockExplanation;
}

/** A clock of a ticket at an instant. Times are RFC 3339 in UTC. */
export interface TicketClock {
  readonly clock: ClockName;
  readonly instance: string;
  readonly department?: string;
  readonly part?: 'lead' | 'co-handling';
  readonly assignment?: number;
  readonly state: ClockState;
  readonly startedAt: string;
  readonly endedAt?: string;
  /** null where the calendar ends before. */
  readonly due: string | null;
  readonly dueLocal?: string;
  readonly verdict: Verdict | null;
  /** Time that the clock has counted, without what stood still. */
  readonly workedSeconds: number;
  readonly steps: readonly ClockStep[];
  readonly explanation: ClockExplanation;
  readonly recalculation?: Recalculation;
}

/** Who had the ticket how long within one instance of `resolve`; the parts add up to its whole. */
export interface TimeByHolder {
  readonly instance: string;
  readonly parts: readonly (Amount & { readonly holder: Holder })[];
  readonly whole: Amount;
}
