import { instantOf } from '../calendar/explain-deadline.js';
import { durationOf } from '../calendar/work-duration.js';
import type { EscalationStep } from '../policy/policy.js';
import type { ClockRun } from './clock-run.js';
import type { RunDue } from './run-due.js';
import type { ClockStep } from './ticket-clock.js';
import { afterCounted, afterDue, counted } from './timekeeper.js';

/**
 * Warnings at fractions of the time from start to due, as it now stands, and escalations counted from due on the clock's
 * calendar. Of a clock that has ended (or waits for a verdict on its submission) those that came to be before.
 */
export function stepsOfClock(run: ClockRun, { rule, current }: RunDue, before?: number): readonly ClockStep[] {
  if (current === undefined) return [];
  const { due } = current;
  const identity = `${run.instance}@${instantOf(due)}`;
  const whole = counted(rule.timekeeper, run.startedAt, due);
  const warnings = (rule.rule.warnAt ?? []).flatMap((fraction): readonly Timed[] => {
    const instant = afterCounted(rule.timekeeper, run.startedAt, Math.round(whole * fraction));
    return instant === undefined
      ? []
      : [{ instant, told: { id: `${identity}#warning-${fraction}`, step: 'warning', at: instantOf(instant), fraction } }];
  });
  const escalations = (rule.rule.escalate ?? []).flatMap((step, place): readonly Timed[] => {
    const instant = afterDue(rule.timekeeper, due, durationOf(step.after));
    return instant === undefined
      ? []
      : [
          {
            instant,
            told: { id: `${identity}#escalation-${place}`, step: 'escalation', at: instantOf(instant), ...toldOf(step) },
          },
        ];
  });
  return [...warnings, ...escalations].filter(({ instant }) => before === undefined || instant <= before).map(({ told }) => told);
}

interface Timed {
  readonly instant: number;
  readonly told: ClockStep;
}

function toldOf({ to, every, until }: EscalationStep) {
  return { to, ...(every === undefined ? {} : { every }), ...(until === undefined ? {} : { until }) };
}
