import type { Calendar } from './calendar.js';
import type { EpochDay } from './epoch-day.js';
import { planDays, type DayPlan } from './shifts-of-day.js';
import { firstAbove, workingYear, type WorkingYear } from './working-year.js';

/** Years beyond which nothing is looked for. Bodies at the edge name instants from 1970 to 2200. */
export const [firstYear, lastYear] = [1960, 2400];

/** A calendar ready to be counted with: its years are worked out when first asked for, then kept. */
export interface WorkingCalendar {
  readonly calendar: Calendar;
  readonly plan: (day: EpochDay) => DayPlan;
  /** undefined outside `firstYear` to `lastYear`. */
  year(year: number): WorkingYear | undefined;
}

/**
 * @param calendar one without faults (`faultsOfCalendar`)
 * @throws RangeError for a time zone or date that does not exist
 */
export function compileCalendar(calendar: Calendar): WorkingCalendar {
  const plan = planDays(calendar);
  const years: (WorkingYear | undefined)[] = [];
  return {
    calendar,
    plan,
    year(year) {
      if (year < firstYear || year > lastYear) return undefined;
      return (years[year - firstYear] ??= workingYear(year, calendar, plan));
    },
  };
}

/** The length of a mean Gregorian year. */
const meanYear = 31_556_952_000;

/** The number of the year, in UTC, in which an instant lies. */
export function yearOf(calendar: WorkingCalendar, instant: number): number {
  const guess = 1970 + Math.floor(instant / meanYear);
  const year = calendar.year(guess);
  if (year === undefined) return guess;
  if (instant < year.from) return guess - 1;
  return instant < year.to ? guess : guess + 1;
}

/** Working milliseconds between two instants; 0 where the second is not after the first. */
export function workBetween(calendar: WorkingCalendar, from: number, to: number): number {
  if (to <= from) return 0;
  const last = yearOf(calendar, to);
  let work = 0;
  for (let year = yearOf(calendar, from); year <= last; year += 1) {
    const table = calendar.year(year);
    if (table === undefined) continue;
    work += workedBefore(table, to) - workedBefore(table, from);
  }
  return work;
}

/** Working milliseconds of a year before an instant; all of them before an instant after it. */
function workedBefore({ opens, closes, worked }: WorkingYear, instant: number): number {
  const next = firstAbove(opens, instant);
  if (next === 0) return 0;
  const span = next - 1;
  return (worked[span] as number) + Math.min(instant, closes[span] as number) - (opens[span] as number);
}

/**
 * The instant at which so much work is done that starts at `start`: a closing where it runs out exactly there. No work at
 * all is done at the next working instant.
 *
 * @param work milliseconds, not negative
 * @returns undefined where the calendar has no such time before `lastYear` ends
 */
export function afterWork(calendar: WorkingCalendar, start: number, work: number): number | undefined {
  if (work === 0) return nextWorkingInstant(calendar, start);
  let left = work;
  for (let year = yearOf(calendar, start); ; year += 1) {
    const table = calendar.year(year);
    if (table === undefined) return undefined;
    const { opens, worked } = table;
    const done = workedBefore(table, start);
    const whole = (worked[worked.length - 1] as number) - done;
    if (whole < left) {
      left -= whole;
      continue;
    }
    const target = done + left;
    const span = firstReaching(worked, target) - 1;
    return (opens[span] as number) + target - (worked[span] as number);
  }
}

/** The mirror of `afterWork`: the latest instant from which so much work is done at `end`; an opening where it fits exactly. */
export function beforeWork(calendar: WorkingCalendar, end: number, work: number): number | undefined {
  if (work === 0) return previousWorkingInstant(calendar, end);
  let left = work;
  for (let year = yearOf(calendar, end); ; year -= 1) {
    const table = calendar.year(year);
    if (table === undefined) return undefined;
    const { closes, worked } = table;
    const done = workedBefore(table, end);
    if (done < left) {
      left -= done;
      continue;
    }
    const target = done - left;
    const span = firstAbove(worked, target) - 1;
    return (closes[span] as number) - ((worked[span + 1] as number) - target);
  }
}

/** The first instant, not before this one, at which somebody works. */
export function nextWorkingInstant(calendar: WorkingCalendar, instant: number): number | undefined {
  for (let year = yearOf(calendar, instant); ; year += 1) {
    const table = calendar.year(year);
    if (table === undefined) return undefined;
    const next = firstAbove(table.closes, instant);
    if (next < table.closes.length) return Math.max(instant, table.opens[next] as number);
  }
}

/** The last instant, not after this one, up to which somebody has worked. */
export function previousWorkingInstant(calendar: WorkingCalendar, instant: number): number | undefined {
  for (let year = yearOf(calendar, instant); ; year -= 1) {
    const table = calendar.year(year);
    if (table === undefined) return undefined;
    const span = firstReaching(table.opens, instant) - 1;
    if (span >= 0) return Math.min(instant, table.closes[span] as number);
  }
}

export function isWorkingInstant(calendar: WorkingCalendar, instant: number): boolean {
  return spanAt(calendar, instant) !== undefined;
}

/** The span in which an instant lies; its closing is not in it. */
export function spanAt(
  calendar: WorkingCalendar,
  instant: number,
): { readonly from: number; readonly to: number; readonly day: EpochDay } | undefined {
  const table = calendar.year(yearOf(calendar, instant));
  if (table === undefined) return undefined;
  const span = firstAbove(table.opens, instant) - 1;
  if (span < 0 || instant >= (table.closes[span] as number)) return undefined;
  return { from: table.opens[span] as number, to: table.closes[span] as number, day: table.days[span] as number };
}

/** The place of the first item not below a value. */
function firstReaching(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
