import { dueOfRun } from './due-of-run.js';
import type { Judging } from './run-due.js';
import type { TimedStep } from './timed-step.js';

/** Milliseconds between reminders where the policy has no rule for `acknowledge-urgent`, and how many there are at most. */
const [remindsEvery, mostReminders] = [10 * 60_000, 1_008];

/**
 * R3: the duty executive is told at once and reminded at half of the time to acknowledge; then the policy's chain goes on.
 * Where the policy has no rule, one executive after the other is told every ten minutes until somebody acknowledges.
 */
export function alertsOf(asOf: number, judging: Judging): readonly TimedStep[] {
  const { runs, told = {} } = judging.book;
  return runs.flatMap((run): readonly TimedStep[] => {
    if (run.clock !== 'acknowledge-urgent' || run.end !== undefined) return [];
    const { clock, instance, startedAt } = run;
    const due = dueOfRun(run, asOf, judging)?.current?.due;
    const key = `${instance}#alert`;
    const repeat = told[key] ?? 0;
    const planned = due === undefined ? startedAt + repeat * remindsEvery : startedAt + repeat * ((due - startedAt) / 2);
    if (due === undefined ? repeat > mostReminders : repeat > 1) return [];
    const at = Math.round(planned);
    return [{ key, repeat, kind: 'alert', clock, instance, ...(due === undefined ? {} : { due }), planned: at, at }];
  });
}
