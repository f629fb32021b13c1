import type { Calendar } from '../calendar/calendar.js';
import { dayOfDate, weekdayOf } from '../calendar/epoch-day.js';
import { compileCalendar } from '../calendar/working-calendar.js';

/** What says of a day whether it is worked: a calendar, or a published roster in an edition. */
export interface DaySource {
  readonly kind: 'calendar' | 'roster';
  readonly code: string;
  readonly edition?: number;
}

/** Which days somebody works (排班): a calendar's days with shifts, or those of a shift roster. The other days are the rest days. */
export interface WorkingDays {
  /** By the roster as it is: holidays, make-up workdays and exceptions too. */
  works(date: string): boolean;
  /** By the week alone, as the method of 21.75 days counts: statutory holidays are paid days. */
  worksInWeek(date: string): boolean;
  saidBy(date: string): DaySource;
}

/** @param calendar one without faults */
export function workingDaysOf(calendar: Calendar): WorkingDays {
  const { plan } = compileCalendar(calendar);
  return {
    works: (date) => plan(dayOfDate(date)).shifts.length > 0,
    worksInWeek: (date) => (calendar.week[weekdayOf(dayOfDate(date))] ?? []).length > 0,
    saidBy: () => ({ kind: 'calendar', code: calendar.code }),
  };
}

/** `2026-03` → its dates, in order. */
export function datesOfMonth(month: string): readonly string[] {
  const first = Temporal.PlainYearMonth.from(month);
  return Array.from({ length: first.daysInMonth }, (_, place) => first.toPlainDate({ day: place + 1 }).toString());
}

/** Both with them; none where the second comes before the first. */
export function datesBetween(first: string, last: string): readonly string[] {
  const dates: string[] = [];
  for (let date = Temporal.PlainDate.from(first); date.toString() <= last; date = date.add({ days: 1 }))
    dates.push(date.toString());
  return dates;
}

/** The months that a stretch of days touches: `2026-03`, in order. */
export function monthsOf(firstDay: string, lastDay: string): readonly string[] {
  const months: string[] = [];
  for (
    let month = Temporal.PlainDate.from(firstDay).toPlainYearMonth();
    month.toString() <= lastDay.slice(0, 7);
    month = month.add({ months: 1 })
  )
    months.push(month.toString());
  return months;
}
