import { newYear, type EpochDay } from './epoch-day.js';
import { firstAbove } from './working-year.js';
import { spanAt, yearOf, type WorkingCalendar } from './working-calendar.js';

/** A day with shifts and the end of its last one. */
export interface WorkingDay {
  readonly day: EpochDay;
  readonly closing: number;
}

/** The day to which the shift belongs in which an instant lies (of two, the later-starting one), else its local date. */
export function dayOf(calendar: WorkingCalendar, instant: number): EpochDay | undefined {
  return spanAt(calendar, instant)?.day ?? calendar.year(yearOf(calendar, instant))?.offsets.dayAt(instant);
}

/** The day of a deadline: as `dayOf`, but a closing belongs to the shift that it ends. */
export function dayOfDeadline(calendar: WorkingCalendar, instant: number): EpochDay | undefined {
  return spanAt(calendar, instant - 1)?.day ?? dayOf(calendar, instant);
}

/** The n-th day with shifts after a day; n from 1. undefined where the calendar has none before it ends. */
export function workingDayAfter(calendar: WorkingCalendar, day: EpochDay, n: number): WorkingDay | undefined {
  let left = n;
  for (let year = yearOfDay(day); ; year += 1) {
    const table = calendar.year(year);
    if (table === undefined) return undefined;
    const place = firstAbove(table.workdays, day) + left - 1;
    if (place < table.workdays.length)
      return { day: table.workdays[place] as number, closing: table.lastClosings[place] as number };
    left = place - table.workdays.length + 1;
  }
}

/** The n-th day with shifts before a day; n from 1. */
export function workingDayBefore(calendar: WorkingCalendar, day: EpochDay, n: number): WorkingDay | undefined {
  let left = n;
  for (let year = yearOfDay(day); ; year -= 1) {
    const table = calendar.year(year);
    if (table === undefined) return undefined;
    const place = firstAbove(table.workdays, day - 1) - left;
    if (place >= 0) return { day: table.workdays[place] as number, closing: table.lastClosings[place] as number };
    left = -place;
  }
}

/** How many days' last shifts end after `from` and not after `to`. */
export function closingsBetween(calendar: WorkingCalendar, from: number, to: number): number {
  let count = 0;
  if (to <= from) return 0;
  // A day's last shift can end in the year after (or before) the date's own.
  for (let year = yearOf(calendar, from) - 1; year <= yearOf(calendar, to) + 1; year += 1) {
    const closings = calendar.year(year)?.closingTimes;
    if (closings) count += firstAbove(closings, to) - firstAbove(closings, from);
  }
  return count;
}

function yearOfDay(day: EpochDay): number {
  const guess = 1970 + Math.floor(day / 365.2425);
  if (day < newYear(guess)) return guess - 1;
  return day < newYear(guess + 1) ? guess : guess + 1;
}
