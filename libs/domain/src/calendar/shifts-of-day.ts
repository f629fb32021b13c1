import type { Calendar, Shift, Weekday } from './calendar.js';
import { dayOfDate, weekdayOf, type EpochDay } from './epoch-day.js';

/** Why a day works as it does; the first of these that names the date decides. */
export type DayRule =
  | { readonly rule: 'exception' }
  | { readonly rule: 'make-up'; readonly as: Weekday }
  | { readonly rule: 'holiday' }
  | { readonly rule: 'week' };

/** A shift in milliseconds of wall time since the day's midnight; `to` may lie on the next day. */
export interface DayShift {
  readonly from: number;
  readonly to: number;
}

export interface DayPlan {
  readonly by: DayRule;
  readonly shifts: readonly DayShift[];
}

/** Looks up any date's shifts; the calendar's texts are read once. */
export function planDays(calendar: Calendar): (day: EpochDay) => DayPlan {
  const ofWeek = new Map<Weekday, readonly DayShift[]>();
  for (const [day, shifts] of Object.entries(calendar.week)) ofWeek.set(day as Weekday, shifts.map(parsed));
  const named = new Map<EpochDay, DayPlan>();
  for (const date of calendar.holidays ?? []) named.set(dayOfDate(date), { by: { rule: 'holiday' }, shifts: [] });
  for (const [date, as] of Object.entries(calendar.makeUpDays ?? {}))
    named.set(dayOfDate(date), { by: { rule: 'make-up', as }, shifts: ofWeek.get(as) ?? [] });
  for (const [date, shifts] of Object.entries(calendar.exceptions ?? {}))
    named.set(dayOfDate(date), { by: { rule: 'exception' }, shifts: shifts.map(parsed) });
  return (day) => named.get(day) ?? { by: { rule: 'week' }, shifts: ofWeek.get(weekdayOf(day)) ?? [] };
}

function parsed([start, end]: Shift): DayShift {
  const [from, to] = [minutesOf(start), minutesOf(end)];
  return { from: from * 60_000, to: (to > from ? to : to + 1_440) * 60_000 };
}

export function minutesOf(wallTime: string): number {
  return Number(wallTime.slice(0, 2)) * 60 + Number(wallTime.slice(3, 5));
}

/** `08:30`, of minutes since the midnight of whichever day. */
export function wallTimeOf(minutes: number): string {
  const time = ((minutes % 1_440) + 1_440) % 1_440;
  return `${String(Math.trunc(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`;
}
