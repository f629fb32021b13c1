import type { ClockBook } from './clock-book.js';
import type { ClockRun } from './clock-run.js';
import { dueOfRun } from './due-of-run.js';
import { endOf, stopNow, suspendedAt } from './judge-run.js';
import type { HoldReason } from '../ticket/ticket-words.js';
import type { Judging, RunDue } from './run-due.js';
import type { Rulebook } from './rulebook.js';
import { silenceSteps } from './silence-steps.js';
import { firstToCome, stepsToCome } from './steps-to-come.js';
import { alertsOf } from './urgent-alerts.js';
import { inOrder, type TimedStep } from './timed-step.js';

/** A clock that has not ended, as far as time alone can move it. */
export interface OpenDeadline {
  readonly run: ClockRun;
  /** undefined beyond the calendar's end. While a hold lasts, as if it ended at the instant that was asked about. */
  readonly due: number | undefined;
  /** `suspended`: under review or check, to be judged by its submission. */
  readonly state: 'running' | 'held' | 'suspended';
  /** The hold that is on, also of one that was late before it. */
  readonly hold?: HoldReason;
  /** From when on it is late; undefined while it stands still in time, and of a clock that lapses without verdict. */
  readonly lateAfter: number | undefined;
}

/** What of a ticket is due when: the same for the deadline sheet, at each event, and for the ticker's decision, at the moment it acts. */
export interface OpenDeadlines {
  readonly clocks: readonly OpenDeadline[];
  /** All steps to come, of clocks and of the ticket, in order; none of a ticket that was imported and not touched since. */
  readonly steps: readonly TimedStep[];
}

export function openDeadlines(book: ClockBook, rulebook: Rulebook, asOf: number): OpenDeadlines {
  const judging: Judging = { book, rulebook };
  const open = openClocks(asOf, judging);
  const ofClocks = open.flatMap(({ clock, due }) => (clock.state === 'running' ? stepsToCome(clock.run, due, judging) : []));
  const steps = [...ofClocks, ...alertsOf(asOf, judging), ...silenceSteps(asOf, judging)];
  return { clocks: open.map(({ clock }) => clock), steps: book.liveFrom === undefined ? [] : steps.toSorted(inOrder) };
}

/** The same clocks; of the steps only when the first is to come, which is found without making any of them. */
export function nextDeadlines(
  book: ClockBook,
  rulebook: Rulebook,
  asOf: number,
): { readonly clocks: readonly OpenDeadline[]; readonly next: number | undefined } {
  const judging: Judging = { book, rulebook };
  const open = openClocks(asOf, judging);
  const clocks = open.map(({ clock }) => clock);
  if (book.liveFrom === undefined) return { clocks, next: undefined };
  let next = Number.POSITIVE_INFINITY;
  for (const { clock, due } of open)
    if (clock.state === 'running') next = Math.min(next, firstToCome(clock.run, due, judging) ?? next);
  for (const { at } of alertsOf(asOf, judging)) next = Math.min(next, at);
  for (const { at } of silenceSteps(asOf, judging)) next = Math.min(next, at);
  return { clocks, next: next === Number.POSITIVE_INFINITY ? undefined : next };
}

interface Open {
  readonly clock: OpenDeadline;
  readonly due: RunDue;
}

function openClocks(asOf: number, judging: Judging): readonly Open[] {
  return judging.book.runs.flatMap((run) => openClock(run, asOf, judging) ?? []);
}

function openClock(run: ClockRun, asOf: number, judging: Judging): Open | undefined {
  if (run.end !== undefined || run.startedAt > asOf || endOf(run, judging) !== undefined) return undefined;
  const isSuspended = suspendedAt(run, asOf);
  // What waits for the review or the check is judged by its submission, as `judgement` does.
  const judgedAt = isSuspended ? (run.submittedAt ?? asOf) : asOf;
  const due = dueOfRun(run, judgedAt, judging);
  if (due === undefined) return undefined;
  const instant = due.current?.due;
  const why = isSuspended ? undefined : stopNow(run, due, asOf, judging);
  const hold = why === 'review' || why === 'check' ? undefined : why;
  // What was late when a hold began stays late, and its chain goes on; what was submitted late stays late without one.
  const isLate = instant !== undefined && judgedAt > instant;
  const state = isSuspended ? 'suspended' : why !== undefined && !isLate ? 'held' : 'running';
  const lapses = run.clock === 'return-request';
  const lateAfter = lapses || (state !== 'running' && !isLate) ? undefined : instant;
  return { clock: { run, due: instant, state, ...(hold === undefined ? {} : { hold }), lateAfter }, due };
}
