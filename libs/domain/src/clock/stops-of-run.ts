import { durationOf } from '../calendar/work-duration.js';
import { dueInstant, type Timekeeper } from '../calendar/due-instant.js';
import { clocksThatHold, type ClockRule, type Policy } from '../policy/policy.js';
import type { HoldReason } from '../ticket/ticket-words.js';
import type { ClockBook } from './clock-book.js';
import type { ClockRun, HoldSpan } from './clock-run.js';

/** A stretch in which a run stood still. Stretches of one run do not overlap. */
export interface Stop {
  readonly from: number;
  readonly to: number;
  readonly why: HoldReason | 'review' | 'check';
}

const none: readonly Stop[] = [];

/** Holds that this run's rule allows, and its suspensions, between two instants; what is still on lasts until the second. */
export function stopsOf(
  run: ClockRun,
  { rule, policy, timekeeper }: { readonly rule: ClockRule; readonly policy: Policy; readonly timekeeper: Timekeeper },
  { from, until, book }: { readonly from: number; readonly until: number; readonly book: ClockBook },
): readonly Stop[] {
  if (book.holds.length === 0 && run.suspensions.length === 0) return none;
  const stops: Stop[] = [];
  const between = (begun: number, ended: number, why: Stop['why']) =>
    void stops.push({ from: Math.max(begun, from), to: Math.min(ended, until), why });
  for (const span of book.holds) {
    if (!isHeldBy(run, span) || !rule.holds?.includes(span.reason)) continue;
    const end = span.information ? endOfPatience(span, { policy, timekeeper }) : undefined;
    between(span.from, Math.min(span.to ?? until, end ?? until), span.reason);
  }
  for (const { why, from: begun, to = until } of run.suspensions) between(begun, to, why);
  return disjoint(stops.length < 2 ? stops : stops.toSorted((a, b) => a.from - b.from));
}

/** Until when the caller's answer is waited for: who does not answer holds nothing up for ever. */
export function endOfPatience(
  { from }: Pick<HoldSpan, 'from'>,
  { policy, timekeeper }: { readonly policy: Policy; readonly timekeeper: Timekeeper },
): number | undefined {
  const silence = policy.limits['callerSilence'];
  return typeof silence === 'string' ? dueInstant(timekeeper, from, durationOf(silence)) : undefined;
}

/** A department's hold holds its clocks and `resolve`, a question to the caller the ticket's own besides; a hold of the ticket those alone. */
export function isHeldBy(run: ClockRun, { department, assignment, information }: HoldSpan): boolean {
  if (!clocksThatHold.includes(run.clock)) return false;
  if (department === undefined || information) {
    if (run.department === undefined) return true;
    if (department === undefined) return false;
  }
  return run.clock === 'resolve' || run.assignment === assignment;
}

function disjoint(stops: readonly Stop[]): readonly Stop[] {
  const kept: Stop[] = [];
  for (const stop of stops) {
    const from = Math.max(stop.from, kept.at(-1)?.to ?? stop.from);
    if (from < stop.to) kept.push({ ...stop, from });
  }
  return kept;
}
