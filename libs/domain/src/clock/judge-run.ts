import { instantOf, localTime } from '../calendar/explain-deadline.js';
import type { ClockRun, RunEnd } from './clock-run.js';
import { dueOfRun } from './due-of-run.js';
import { explainClock } from './explain-clock.js';
import type { Judging, RunDue } from './run-due.js';
import { stepsOfClock } from './steps-of-clock.js';
import { stopsOf, type Stop } from './stops-of-run.js';
import type { Amount, ClockState, Recalculation, TicketClock, Verdict } from './ticket-clock.js';
import { counted } from './timekeeper.js';

/**
 * A run as it stands at an instant: its due time, state and verdict. undefined where no rule of the policy it is pinned to
 * starts it, and before it started.
 */
export function judgeRun(run: ClockRun, asOf: number, judging: Judging): TicketClock | undefined {
  if (run.startedAt > asOf) return undefined;
  const judged = judgement(run, asOf, judging);
  if (judged === undefined) return undefined;
  const { due, at, state, verdict, end } = judged;
  const { clock, instance, department, part, assignment } = run;
  const instant = due.current?.due;
  const { timekeeper, calendar } = due.rule;
  const stood = stopsOf(run, due.rule, { from: run.startedAt, until: at, book: judging.book });
  const stopped = stood.reduce((sum, { from, to }) => sum + counted(timekeeper, from, to), 0);
  const corrected = recalculated(run, asOf, { judging, judged });
  return {
    clock,
    instance,
    ...(department === undefined ? {} : { department }),
    ...(part === undefined ? {} : { part }),
    ...(assignment === undefined ? {} : { assignment }),
    state,
    startedAt: instantOf(run.startedAt),
    ...(end === undefined ? {} : { endedAt: instantOf(end.at) }),
    due: instant === undefined ? null : instantOf(instant),
    ...(instant === undefined || calendar === undefined
      ? {}
      : { dueLocal: localTime(instant, calendar.working.calendar.timeZone) }),
    verdict,
    workedSeconds: (counted(timekeeper, run.startedAt, at) - stopped) / 1_000,
    steps: stepsOfClock(run, due, ['running', 'held', 'breached'].includes(state) ? undefined : at),
    explanation: explainClock(run, due),
    ...(corrected === undefined ? {} : { recalculation: corrected }),
  };
}

export interface Judgement {
  readonly due: RunDue;
  /** Up to when time was counted: the end, the submission that is judged, or now. */
  readonly at: number;
  readonly state: ClockState;
  readonly verdict: Verdict | null;
  readonly end?: RunEnd;
}

const inTime: Verdict = { verdict: 'in-time' };

/** The judgement alone, as numbers: what analytics keeps of a clock. */
export function judgement(run: ClockRun, asOf: number, judging: Judging): Judgement | undefined {
  const last = endOf(run, judging);
  const end = last !== undefined && last.at <= asOf ? last : undefined;
  const isSuspended = end === undefined && suspendedAt(run, asOf);
  const at = end?.how === 'met' || isSuspended ? (run.submittedAt ?? end?.at ?? asOf) : (end?.at ?? asOf);
  const due = dueOfRun(run, at, judging);
  if (due === undefined) return undefined;
  const late = lateness(due, at);
  if (run.clock === 'return-request' && late !== undefined && end?.how !== 'met')
    return { due, at, ...(end === undefined ? {} : { end }), state: 'lapsed', verdict: null };
  if (end?.how === 'met') {
    const verdict: Verdict = late === undefined ? inTime : { verdict: 'late', by: late };
    return { due, at, end, state: 'met', verdict };
  }
  if (end !== undefined) {
    const charged = end.chargedTo === undefined ? {} : { chargedTo: end.chargedTo };
    const verdict: Verdict = { verdict: 'cancelled', ...(late === undefined ? {} : { late }), ...charged };
    return { due, at, end, state: 'cancelled', verdict };
  }
  if (late !== undefined) return { due, at, state: 'breached', verdict: { verdict: 'breached', by: late } };
  if (isSuspended) return { due, at, state: 'suspended', verdict: null };
  return { due, at, state: isHeld(run, due, asOf, judging) ? 'held' : 'running', verdict: null };
}

/** Its end, or the policy's last attempt to reach the caller, whichever is first. */
export function endOf(run: ClockRun, { rulebook, known }: Judging): RunEnd | undefined {
  if (run.attempts === undefined) return run.end;
  const limit = run.clock === 'return-call' ? 'returnCallAttempts' : 'surveyAttempts';
  const most = rulebook.policy(run.startedAt, known ?? run.knownAt)?.policy.limits[limit];
  const last = typeof most === 'number' && most > 0 ? run.attempts[most - 1] : undefined;
  return last !== undefined && (run.end === undefined || last < run.end.at) ? { at: last, how: 'met' } : run.end;
}

/** Late after the due instant, not at it. */
function lateness({ current, rule }: RunDue, at: number): Amount | undefined {
  if (current === undefined || at <= current.due) return undefined;
  return { workingSeconds: counted(rule.timekeeper, current.due, at) / 1_000, elapsedSeconds: (at - current.due) / 1_000 };
}

/** Submitted and not decided on: `handle` is judged by the submission. */
export function suspendedAt({ suspensions }: ClockRun, asOf: number): boolean {
  return suspensions.some(({ from, to }) => from <= asOf && (to === undefined || to > asOf));
}

/** A hold that the run's rule allows is on. */
function isHeld(run: ClockRun, due: RunDue, asOf: number, judging: Judging): boolean {
  return stopNow(run, due, asOf, judging) !== undefined;
}

/** Why a run stands still at an instant: the hold that its rule allows, the review or the check. */
export function stopNow(run: ClockRun, { rule }: RunDue, asOf: number, { book }: Judging): Stop['why'] | undefined {
  // What is on now is the only stretch that a look a moment later would find longer.
  const stop = stopsOf(run, rule, { from: run.startedAt, until: asOf + 1, book }).at(-1);
  return stop !== undefined && stop.to > asOf ? stop.why : undefined;
}

/** One verdict recorded stays; a corrected policy or calendar gives another beside it (deadlines.md, "Verdict"). */
function recalculated(
  run: ClockRun,
  asOf: number,
  { judging, judged }: { readonly judging: Judging; readonly judged: Judgement },
): Recalculation | undefined {
  if (judging.known !== undefined) return undefined;
  const anew = judgement(run, asOf, { ...judging, known: asOf });
  if (anew === undefined || isSameRule(anew.due, judged.due)) return undefined;
  const due = anew.due.current?.due;
  return { due: due === undefined ? null : instantOf(due), verdict: anew.verdict, explanation: explainClock(run, anew.due) };
}

function isSameRule({ rule: one }: RunDue, { rule: other }: RunDue): boolean {
  return one.code === other.code && one.version === other.version && one.calendar?.version === other.calendar?.version;
}
