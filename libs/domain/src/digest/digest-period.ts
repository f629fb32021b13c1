import { instantText, RecentMap } from '@ledgerline/kernel';

export const periodKinds = ['week', 'month'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** A calendar week (ISO 8601, Monday first) or month of a time zone: from an instant up to, not with, another. */
export interface DigestPeriod {
  /** `2026-W10`, `2026-03`. */
  readonly name: string;
  /** RFC 3339, UTC. */
  readonly from: string;
  readonly to: string;
}

const shape = /^(\d{4})-(?:W(\d{2})|(\d{2}))$/;

/** undefined where it is no week or month, or lies outside the years 1970 to 2200. */
export function periodNamed(name: string, timeZone: string): DigestPeriod | undefined {
  const day = firstDayOf(name);
  return day && periodFrom(kindOfPeriod(name), day, timeZone);
}

export function kindOfPeriod(name: string): PeriodKind {
  return name.includes('W') ? 'week' : 'month';
}

/** The months that a period of that name has days in: a week lies in two at most. None where it is no period. */
export function monthsOfPeriod(name: string): readonly string[] {
  const first = firstDayOf(name);
  if (first === undefined) return [];
  const last = kindOfPeriod(name) === 'week' ? first.add({ days: 6 }) : first;
  return [...new Set([nameOf('month', first), nameOf('month', last)])];
}

/** The n-th period before another of its kind. */
export function periodBefore({ name }: Pick<DigestPeriod, 'name'>, timeZone: string, n = 1): DigestPeriod {
  const kind = kindOfPeriod(name);
  const day = firstDayOf(name);
  if (day === undefined) throw new RangeError(`${name} is no period`);
  return periodFrom(kind, day.subtract(kind === 'week' ? { weeks: n } : { months: n }), timeZone);
}

/** The newest that is over. @param now milliseconds since the epoch */
export function lastPeriod(kind: PeriodKind, now: number, timeZone: string): DigestPeriod {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const begun = kind === 'week' ? today.subtract({ days: today.dayOfWeek - 1 }) : today.with({ day: 1 });
  return periodFrom(kind, begun.subtract(kind === 'week' ? { weeks: 1 } : { months: 1 }), timeZone);
}

/** By time zone the day that was asked for last: of instants that come in order nearly all lie in it. */
const lastDays = new RecentMap<string, DayInPeriods>(50);

interface DayInPeriods extends Readonly<Record<PeriodKind, string>> {
  /** Milliseconds since the epoch, up to, not with, another. */
  readonly from: number;
  readonly to: number;
}

/** Names of the week and the month that an instant lies in. @param at milliseconds since the epoch */
export function periodsAt(at: number, timeZone: string): Readonly<Record<PeriodKind, string>> {
  const last = lastDays.get(timeZone);
  if (last !== undefined && at >= last.from && at < last.to) return last;
  const found = dayInPeriods(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate(), timeZone);
  lastDays.set(timeZone, found);
  return found;
}

function dayInPeriods(day: Temporal.PlainDate, timeZone: string): DayInPeriods {
  const begin = (one: Temporal.PlainDate) => one.toZonedDateTime(timeZone).epochMilliseconds;
  return { week: nameOf('week', day), month: nameOf('month', day), from: begin(day), to: begin(day.add({ days: 1 })) };
}

function periodFrom(kind: PeriodKind, first: Temporal.PlainDate, timeZone: string): DigestPeriod {
  const after = first.add(kind === 'week' ? { weeks: 1 } : { months: 1 });
  return { name: nameOf(kind, first), from: midnight(first, timeZone), to: midnight(after, timeZone) };
}

function firstDayOf(name: string): Temporal.PlainDate | undefined {
  const [, year, week, month] = shape.exec(name) ?? [];
  if (year === undefined || Number(year) < 1970 || Number(year) > 2200) return undefined;
  if (week === undefined) {
    const isMonth = Number(month) >= 1 && Number(month) <= 12;
    return isMonth ? new Temporal.PlainDate(Number(year), Number(month), 1) : undefined;
  }
  // 4 January lies in the first week of its year; a year has 52 or 53.
  const fourth = new Temporal.PlainDate(Number(year), 1, 4);
  const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: Number(week) - 1 });
  return nameOf('week', monday) === name ? monday : undefined;
}

function nameOf(kind: PeriodKind, { year, month, yearOfWeek = year, weekOfYear = 1 }: Temporal.PlainDate): string {
  return kind === 'week' ? `${yearOfWeek}-W${twoDigits(weekOfYear)}` : `${year}-${twoDigits(month)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function midnight(day: Temporal.PlainDate, timeZone: string): string {
  return instantText(day.toZonedDateTime(timeZone).epochMilliseconds);
}
