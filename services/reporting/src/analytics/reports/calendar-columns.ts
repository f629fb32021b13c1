import { dateOfDay, dayOfDate, ZoneOffsets } from '@ledgerline/domain';
import type { CalendarStretch, Column, WrittenNumber } from './column.js';

/** Stretches of an instant, as they are written: `2026-03`, `2026-W10`, `2026-03-02`. */
export function calendarOf(instant: string): Readonly<Record<'month' | 'week' | 'day', Column>> {
  const day = `CAST(floor(local:${instant} / 86400000) AS INTEGER)`;
  const column = (sql: string, stretch: Omit<CalendarStretch, 'instant'>): Column => {
    return { sql, isWord: false, stretch: { instant, ...stretch } };
  };
  return {
    month: column(`CAST(12 * year(${wallTime(instant)}) + month(${wallTime(instant)}) - 1 AS INTEGER)`, months),
    // The first of January 1970 was a Thursday.
    week: column(`CAST(floor((${day} + 3) / 7) AS INTEGER)`, weeks),
    day: column(day, days),
  };
}

/** The half hour of the day, as figures of telephony are told by: `09:30`. */
export function halfHourOf(instant: string): Column {
  return { sql: `CAST(floor((local:${instant} % 86400000) / 1800000) AS INTEGER)`, isWord: false, written: halfHours };
}

const halfHours: WrittenNumber = {
  told: (half) => `${two(Math.floor(half / 2))}:${half % 2 === 0 ? '00' : '30'}`,
  read(text) {
    const [, hour, minute] = /^([01]\d|2[0-3]):(00|30)$/.exec(text) ?? [];
    return hour === undefined ? undefined : Number(hour) * 2 + (minute === '30' ? 1 : 0);
  },
};

/** Wall time of an instant as DuckDB has it. `local:x` stands for the milliseconds of it, which `inWallTime` works out. */
export function wallTime(instant: string): string {
  return `make_timestamp(CAST(local:${instant} * 1000 AS BIGINT))`;
}

/** The instants of a question that are told in wall time. */
export function instantsIn(sql: string): readonly string[] {
  return [...new Set([...sql.matchAll(marked)].map(([, instant]) => instant as string))];
}

const marked = /local:([a-z]\.[a-z_]+)/g;

/**
 * Wall time by the zone's own changes of offset between two instants, as arithmetic: DuckDB's time zones cost a microsecond a row,
 * and a year of clocks is millions of rows.
 */
export function inWallTime(sql: string, zone: string, { from, to }: { readonly from: number; readonly to: number }): string {
  const [first, ...changes] = new ZoneOffsets(zone, from, to).stretches();
  const offset = (instant: string) =>
    changes.length === 0
      ? String(first?.offset)
      : `CASE ${changes.toReversed().map((one) => `WHEN ${instant} >= ${one.from} THEN ${one.offset}`).join(' ')} ELSE ${first?.offset} END`; // prettier-ignore
  return sql.replaceAll(marked, (_, instant: string) => `(${instant} + ${offset(instant)})`);
}

const two = (number: number) => String(number).padStart(2, '0');

const days: Omit<CalendarStretch, 'instant'> = {
  told: dateOfDay,
  days: (text) => (isDate(text) ? [text, dateOfDay(dayOfDate(text) + 1)] : undefined),
};

const weeks: Omit<CalendarStretch, 'instant'> = {
  told(week) {
    const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(dateOfDay(mondayOf(week)));
    return `${yearOfWeek}-W${two(weekOfYear as number)}`;
  },
  days(text) {
    const [, year, week] = /^(\d{4})-W(\d{2})$/.exec(text) ?? [];
    if (year === undefined) return undefined;
    // The week with the fourth of January is the first.
    const first = Math.floor((dayOfDate(`${year}-01-04`) + 3) / 7) + Number(week) - 1;
    return weeks.told(first) === text ? [dateOfDay(mondayOf(first)), dateOfDay(mondayOf(first + 1))] : undefined;
  },
};

function mondayOf(week: number): number {
  return week * 7 - 3;
}

const months: Omit<CalendarStretch, 'instant'> = {
  told: (month) => `${Math.floor(month / 12)}-${two((month % 12) + 1)}`,
  days(text) {
    if (!isDate(`${text}-01`)) return undefined;
    return [`${text}-01`, Temporal.PlainDate.from(`${text}-01`).add({ months: 1 }).toString()];
  },
};

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false; // a text of that shape that is no date
  }
}
