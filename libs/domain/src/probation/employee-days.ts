import type { PublishedDays } from '../roster/published-days.js';
import type { DaySource, WorkingDays } from './working-days.js';

/**
 * R13.2: the days that an employee works by what their department has published for them, and by the calendar where it has published nothing.
 *
 * A day of leave is a working day, whatever the roster makes of it: leave is taken on working days, and a day off that is put there afterwards would change what
 * every day is worth.
 *
 * @param leave dates on which they are on leave
 */
export function employeeDays(
  calendar: WorkingDays,
  published: readonly PublishedDays[],
  leave: ReadonlySet<string>,
): WorkingDays {
  const byDate = new Map<string, { readonly works: boolean; readonly source: DaySource }>();
  for (const { roster, edition, days } of published)
    for (const [date, shifts] of Object.entries(days))
      byDate.set(date, { works: shifts.length > 0 || leave.has(date), source: { kind: 'roster', code: roster, edition } });
  return {
    works: (date) => byDate.get(date)?.works ?? calendar.works(date),
    worksInWeek: (date) => calendar.worksInWeek(date),
    saidBy: (date) => byDate.get(date)?.source ?? calendar.saidBy(date),
  };
}
