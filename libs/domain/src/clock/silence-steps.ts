import { instantOf } from '../calendar/explain-deadline.js';
import type { HoldSpan } from './clock-run.js';
import { dueOfRun } from './due-of-run.js';
import type { Judging } from './run-due.js';
import { endOfPatience, isHeldBy } from './stops-of-run.js';
import type { TimedStep } from './timed-step.js';

/** Where a department waits for the caller's answer: when the last clock that the question holds runs on without it. */
export function silenceSteps(asOf: number, judging: Judging): readonly TimedStep[] {
  return judging.book.holds.flatMap((span): readonly TimedStep[] => {
    const { department, assignment, information, from, to } = span;
    if (!information || to !== undefined || department === undefined) return [];
    const planned = endOfWait(span, asOf, judging);
    if (planned === undefined) return [];
    const key = `information:${assignment}@${instantOf(from)}#silence`;
    return [
      { key, repeat: 0, kind: 'silence', clock: 'handle', instance: `handle:${assignment}`, department, planned, at: planned },
    ];
  });
}

function endOfWait(span: HoldSpan, asOf: number, judging: Judging): number | undefined {
  const ends = judging.book.runs.flatMap((run) => {
    if (run.end !== undefined || !isHeldBy(run, span)) return [];
    const rule = dueOfRun(run, asOf, judging)?.rule;
    return rule?.rule.holds?.includes(span.reason) ? (endOfPatience(span, rule) ?? []) : [];
  });
  return ends.length === 0 ? undefined : Math.max(...ends);
}
