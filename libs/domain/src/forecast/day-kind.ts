import { weekdays, type Weekday } from '../calendar/calendar.js';
import { weekdayOf, type EpochDay } from '../calendar/epoch-day.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';

/** What days are told apart by: the weekday; `off`, without work though its weekday has some (a holiday); `extra`, the other way round (调休). */
export const dayKinds = [...weekdays, 'off', 'extra'] as const;
export type DayKind = (typeof dayKinds)[number];

/** @param calendar whose holidays count; without one every day is its weekday */
export function kindOfDay(day: EpochDay, calendar: WorkingCalendar | undefined): DayKind {
  const weekday = weekdayOf(day);
  if (calendar === undefined) return weekday;
  const works = calendar.plan(day).shifts.length > 0;
  if (works === usuallyWorks(weekday, calendar)) return weekday;
  return works ? 'extra' : 'off';
}

/** Days that stand in where there were none of a kind: of a holiday those without work, of a make-up day those with. */
export function isStandIn(candidate: DayKind, kind: DayKind, calendar: WorkingCalendar | undefined): boolean {
  if (calendar === undefined || (kind !== 'off' && kind !== 'extra')) return false;
  const works = candidate === 'extra' || (candidate !== 'off' && usuallyWorks(candidate, calendar));
  return works === (kind === 'extra');
}

function usuallyWorks(weekday: Weekday, { calendar }: WorkingCalendar): boolean {
  return (calendar.week[weekday] ?? []).length > 0;
}
