import type { ClockRun } from '../clock/clock-run.js';
import { judgement, type Judgement } from '../clock/judge-run.js';
import type { Judging } from '../clock/run-due.js';
import { stopsOf } from '../clock/stops-of-run.js';
import type { Amount, ClockState } from '../clock/ticket-clock.js';
import { counted } from '../clock/timekeeper.js';

/**
 * How a clock came out, as reports count it. `running`, `held` and `suspended` are open and in time so far; a `breached` one is open
 * and late. What was `cancelled` is nobody's miss, unless it was late already when it was taken away.
 */
export const clockOutcomes = [
  'in-time', 'late', 'breached', 'cancelled', 'cancelled-late', 'lapsed', 'running', 'held', 'suspended',
] as const; // prettier-ignore
export type ClockOutcome = (typeof clockOutcomes)[number];

/** A clock of a ticket as figures are made of it: numbers without words. Instants are milliseconds since the epoch. */
export interface ClockFact {
  readonly run: ClockRun;
  readonly outcome: ClockOutcome;
  /** undefined where the calendar ends before. */
  readonly due: number | undefined;
  readonly endedAt: number | undefined;
  /** What was counted, without what stood still, and how long that took on the wall. */
  readonly spent: Amount;
  readonly late: Amount | undefined;
  /** A `handle` that was released or returned late is charged to its department. */
  readonly chargedTo: string | undefined;
  readonly policy: { readonly code: string; readonly version: number };
}

/** A run as it stands at an instant; undefined where no rule starts it (deadlines.md), and before it started. */
export function clockFact(run: ClockRun, asOf: number, judging: Judging): ClockFact | undefined {
  if (run.startedAt > asOf) return undefined;
  const judged = judgement(run, asOf, judging);
  if (judged === undefined) return undefined;
  const { due, at, end } = judged;
  const { timekeeper, code, version } = due.rule;
  const stops = stopsOf(run, due.rule, { from: run.startedAt, until: at, book: judging.book });
  const stood = stops.reduce((sum, { from, to }) => sum + counted(timekeeper, from, to), 0);
  return {
    run,
    outcome: outcomeOf(judged),
    due: due.current?.due,
    endedAt: end?.at,
    spent: {
      workingSeconds: (counted(timekeeper, run.startedAt, at) - stood) / 1_000,
      elapsedSeconds: (at - run.startedAt) / 1_000,
    },
    late: latenessOf(judged),
    chargedTo: end?.chargedTo,
    policy: { code, version },
  };
}

/** The outcome alone: what a comparison of two policies looks at first, a million times. */
export function outcomeOfRun(run: ClockRun, asOf: number, judging: Judging): ClockOutcome | undefined {
  if (run.startedAt > asOf) return undefined;
  const judged = judgement(run, asOf, judging);
  return judged && outcomeOf(judged);
}

function outcomeOf({ state, verdict }: Judgement): ClockOutcome {
  if (verdict === null) return openOutcome(state);
  switch (verdict.verdict) {
    case 'cancelled':
      return verdict.late === undefined ? 'cancelled' : 'cancelled-late';
    default:
      return verdict.verdict;
  }
}

function openOutcome(state: ClockState): ClockOutcome {
  switch (state) {
    case 'lapsed':
    case 'held':
    case 'suspended':
    case 'running':
      return state;
    case 'breached':
    case 'met':
    case 'cancelled':
      throw new TypeError(`a clock that is ${state} has a verdict`);
  }
}

function latenessOf({ verdict }: Judgement): Amount | undefined {
  switch (verdict?.verdict) {
    case 'late':
    case 'breached':
      return verdict.by;
    case 'cancelled':
      return verdict.late;
    default:
      return undefined;
  }
}
