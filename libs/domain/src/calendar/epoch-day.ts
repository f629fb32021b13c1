import { epochDay } from '@ledgerline/kernel';
import { weekdays, type Weekday } from './calendar.js';

/** A local date as its number of days since 1970-01-01: cheap to count with, and the same in every time zone. */
export type EpochDay = number;

export const dayLength = 86_400_000;

/** @param date `YYYY-MM-DD` that exists */
export function dayOfDate(date: string): EpochDay {
  const { year, month, day } = Temporal.PlainDate.from(date);
  return epochDay(year, month, day);
}

export function dateOfDay(day: EpochDay): string {
  return Temporal.Instant.fromEpochMilliseconds(day * dayLength)
    .toString()
    .slice(0, 10);
}

export function weekdayOf(day: EpochDay): Weekday {
  return weekdays[(((day + 3) % 7) + 7) % 7] as Weekday;
}

/** The number of 1 January of a year. */
export function newYear(year: number): EpochDay {
  return epochDay(year, 1, 1);
}
