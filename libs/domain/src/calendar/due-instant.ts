import { afterWork, type WorkingCalendar } from './working-calendar.js';
import { dayOf, workingDayAfter } from './working-days.js';
import { dayLength } from './epoch-day.js';
import type { WorkDuration } from './work-duration.js';

/** On what a clock runs: a calendar's working time, or elapsed time, where a day is 24 hours. */
export type Timekeeper = WorkingCalendar | 'elapsed';

/**
 * When a limit that starts at `start` is due (deadlines.md, "Arithmetic"). Time that runs out exactly at a closing is due at that
 * closing; days end with the last shift of the n-th day with shifts after the start's day.
 *
 * @param start milliseconds since the epoch
 * @returns undefined where the calendar has no such time before it ends (`lastYear`)
 */
export function dueInstant(timekeeper: Timekeeper, start: number, limit: WorkDuration): number | undefined {
  if (timekeeper === 'elapsed') return start + (limit.kind === 'time' ? limit.milliseconds : limit.days * dayLength);
  if (limit.kind === 'time') return afterWork(timekeeper, start, limit.milliseconds);
  const day = dayOf(timekeeper, start);
  return day === undefined ? undefined : workingDayAfter(timekeeper, day, limit.days)?.closing;
}
