import { dayOfDate, dateOfDay } from '../calendar/epoch-day.js';
import type { Weekday } from '../calendar/calendar.js';
import { weekdays } from '../calendar/calendar.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { workingDayAfter } from '../calendar/working-days.js';
import { lastPeriod, periodBefore, type DigestPeriod, type PeriodKind } from './digest-period.js';

export const readerRoles = ['manager', 'leader', 'coordinator'] as const;

/** Who gets it: whoever holds a role when it is made, or one account. `departments`: which ones it is about; their own unless given. */
export type DigestReader = {
  readonly departments?: readonly string[];
} & ({ readonly role: (typeof readerRoles)[number] } | { readonly account: string });

/** Which digest is sent to whom, and when (R11): a governed document. Without readers it rests. */
export interface DigestSchedule {
  readonly code: string;
  readonly effectiveFrom: string;
  /** Code of the digest's template. */
  readonly template: string;
  readonly period: PeriodKind;
  /** The weekday, or the day of the month, on which it is made after the period is over. */
  readonly on: Weekday | number;
  /** `HH:MM`, wall time. */
  readonly at: string;
  readonly timeZone: string;
  /** A calendar by which it waits for a day that works. */
  readonly calendar?: string;
  readonly readers: readonly DigestReader[];
}

/** Periods that are made up for after an outage. */
export const mostMadeUp = 12;

/** When the digest of a period is to be made; milliseconds since the epoch. */
export function dueAt({ on, at, timeZone }: DigestSchedule, period: DigestPeriod, calendar?: WorkingCalendar): number {
  const after = Temporal.Instant.from(period.to).toZonedDateTimeISO(timeZone).toPlainDate();
  const named = typeof on === 'number' ? after.with({ day: on }) : after.add({ days: daysUntil(on, after.dayOfWeek) });
  const works = calendar && workingDayAfter(calendar, dayOfDate(named.toString()) - 1, 1);
  const day = works === undefined ? named : Temporal.PlainDate.from(dateOfDay(works.day));
  return day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(at) }).epochMilliseconds;
}

export interface Since {
  /** The end of the last period that was sent; none yet. */
  readonly through?: string | undefined;
  /** When the schedule came into force: what was due before is not made up for. */
  readonly inForceSince: number;
}

/** The periods whose digests are due and were not sent, the oldest first; after a long outage the newest of them. */
export function duePeriods(
  schedule: DigestSchedule,
  now: number,
  { through, inForceSince }: Since,
  calendar?: WorkingCalendar,
): readonly DigestPeriod[] {
  const due: DigestPeriod[] = [];
  let period = lastPeriod(schedule.period, now, schedule.timeZone);
  for (let n = 0; n < mostMadeUp; n += 1) {
    if (through !== undefined && period.to <= through) break;
    const at = dueAt(schedule, period, calendar);
    if (at < inForceSince) break;
    if (at <= now) due.push(period);
    period = periodBefore(period, schedule.timeZone);
  }
  return due.toReversed();
}

/** @param dayOfWeek 1 is Monday */
function daysUntil(weekday: Weekday, dayOfWeek: number): number {
  return (weekdays.indexOf(weekday) + 1 - dayOfWeek + 7) % 7;
}
