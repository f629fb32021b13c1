import { instantOf } from '../calendar/explain-deadline.js';
import type { Timekeeper } from '../calendar/due-instant.js';
import { durationOf, type WorkDuration } from '../calendar/work-duration.js';
import type { EscalationEnd, EscalationStep } from '../policy/policy.js';
import type { ClockRun } from './clock-run.js';
import type { RunDue } from './run-due.js';
import type { ClockStep } from './ticket-clock.js';
import { afterCounted, afterDue, counted } from './timekeeper.js';

/**
 * Warnings at fractions of the time from start to due, as it now stands, and escalations counted from due on the clock's
 * calendar. Of a clock that has ended (or waits for a verdict on its submission) those that came to be before.
 */
export function stepsOfClock(run: ClockRun, due: RunDue, before?: number): readonly ClockStep[] {
  if (due.current === undefined) return [];
  const identity = identityOf(run, due.current.due);
  const warnings = warningsOf(run, due).map(({ instant, fraction }): Timed => {
    const told = { id: `${identity}#warning-${fraction}`, step: 'warning', at: instantOf(instant), fraction } as const;
    return { instant, told };
  });
  const escalations = escalationsOf(run, due).map(({ instant, step, place }): Timed => {
    const told = { id: `${identity}#escalation-${place}`, step: 'escalation', at: instantOf(instant), ...toldOf(step) } as const;
    return { instant, told };
  });
  return [...warnings, ...escalations].filter(({ instant }) => before === undefined || instant <= before).map(({ told }) => told);
}

interface Timed {
  readonly instant: number;
  readonly told: ClockStep;
}

/** A clock instance with its due time: after an extension everything about it is told anew. */
export function identityOf({ instance }: Pick<ClockRun, 'instance'>, due: number): string {
  return `${instance}@${instantOf(due)}`;
}

export function warningsOf(
  { startedAt }: ClockRun,
  { rule, current }: RunDue,
): readonly { readonly instant: number; readonly fraction: number }[] {
  if (current === undefined || rule.rule.warnAt === undefined) return [];
  const whole = counted(rule.timekeeper, startedAt, current.due);
  return rule.rule.warnAt.flatMap((fraction) => {
    const instant = afterCounted(rule.timekeeper, startedAt, Math.round(whole * fraction));
    return instant === undefined ? [] : [{ instant, fraction }];
  });
}

const acknowledged: EscalationEnd = 'acknowledged';

export interface EscalationAt {
  readonly instant: number;
  readonly step: EscalationStep;
  readonly place: number;
}

/** @param repeat which repeat of each rung is asked for; a rung without `every` has only the first, 0 */
export function escalationsOf(
  { acknowledgedAt = 0 }: Pick<ClockRun, 'acknowledgedAt'>,
  { rule, current }: RunDue,
  repeat: (place: number) => number = () => 0,
): readonly EscalationAt[] {
  if (current === undefined) return [];
  const isSilenced = (instant: number) => acknowledgedAt > current.due && instant >= acknowledgedAt;
  return (rule.rule.escalate ?? []).flatMap((step, place) => {
    const first = afterDue(rule.timekeeper, current.due, durationOf(step.after));
    const instant = first === undefined ? undefined : repeated(first, step, repeat(place), rule.timekeeper);
    if (instant === undefined || (step.until === acknowledged && isSilenced(instant))) return [];
    return [{ instant, step, place }];
  });
}

function repeated(first: number, { every }: EscalationStep, repeat: number, timekeeper: Timekeeper): number | undefined {
  if (repeat === 0) return first;
  if (every === undefined) return undefined;
  const once = durationOf(every);
  const all: WorkDuration =
    once.kind === 'time'
      ? { kind: 'time', milliseconds: once.milliseconds * repeat }
      : { kind: 'days', days: once.days * repeat };
  return afterDue(timekeeper, first, all);
}

function toldOf({ to, every, until }: EscalationStep) {
  return { to, ...(every === undefined ? {} : { every }), ...(until === undefined ? {} : { until }) };
}
