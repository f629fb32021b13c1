import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Calendar, Weekday } from './calendar.js';
import { dueInstant } from './due-instant.js';
import { instantOf } from './explain-deadline.js';
import { dayOfDate } from './epoch-day.js';
import { durationOf } from './work-duration.js';
import { compileCalendar, workBetween } from './working-calendar.js';

interface Year {
  readonly days: readonly { readonly name: string; readonly date: string; readonly isOffDay: boolean }[];
}
const years = [2020, 2021, 2022, 2023, 2024, 2025, 2026];
const notices = new Map(
  years.flatMap((year) => {
    const file = new URL(`../../test-data/holidays-cn/${year}.json`, import.meta.url);
    return (JSON.parse(readFileSync(file, 'utf8')) as Year).days.map((day) => [day.date, day.isOffDay] as const);
  }),
);
const shifts = [
  ['09:00', '12:00'],
  ['13:30', '18:00'],
] as const;
const office = { mon: shifts, tue: shifts, wed: shifts, thu: shifts, fri: shifts };
const china: Calendar = {
  code: 'china',
  timeZone: 'Asia/Shanghai',
  week: office,
  holidays: [...notices].filter(([, off]) => off).map(([date]) => date),
  makeUpDays: Object.fromEntries([...notices].filter(([, off]) => !off).map(([date]) => [date, 'mon' as Weekday])),
};
const calendar = compileCalendar(china);
const ms = (text: string) => Temporal.Instant.from(text).epochMilliseconds;

/** What the notice says of the day; the week where it says nothing. */
function isWorkday(date: Temporal.PlainDate): boolean {
  const off = notices.get(date.toString());
  return off === undefined ? date.dayOfWeek <= 5 : !off;
}

const months = years.flatMap((year) => Array.from({ length: 12 }, (_, month) => [year, month + 1] as const));
test.each(months)('%i-%i: every day works as the State Council says', (year, month) => {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  for (let date = first; date.month === month; date = date.add({ days: 1 })) {
    const from = ms(`${date.toString()}T00:00:00+08:00`);
    expect([date.toString(), workBetween(calendar, from, from + 86_400_000) / 3_600_000]).toEqual([
      date.toString(),
      isWorkday(date) ? 7.5 : 0,
    ]);
    expect(calendar.plan(dayOfDate(date.toString())).shifts.length).toBe(isWorkday(date) ? 2 : 0);
  }
});

/** Due times over each festival, read off the notices by hand. */
const overFestivals: readonly (readonly [string, string, string])[] = [
  // 2020: Spring Festival from 24 January was prolonged to 2 February; 19 January was worked.
  ['2020-01-17T17:00+08:00', 'PT2H', '2020-01-19T10:00+08:00'],
  ['2020-01-23T17:00+08:00', 'PT2H', '2020-02-03T10:00+08:00'],
  ['2020-01-23T10:00+08:00', 'P1D', '2020-02-03T18:00+08:00'],
  ['2020-04-03T10:00+08:00', 'P1D', '2020-04-07T18:00+08:00'],
  ['2020-04-30T10:00+08:00', 'P3D', '2020-05-08T18:00+08:00'],
  ['2020-06-24T10:00+08:00', 'P1D', '2020-06-28T18:00+08:00'],
  ['2020-09-30T10:00+08:00', 'P2D', '2020-10-10T18:00+08:00'],
  ['2021-02-10T10:00+08:00', 'P3D', '2021-02-20T18:00+08:00'],
  ['2021-04-02T16:00+08:00', 'PT2H', '2021-04-02T18:00+08:00'],
  ['2021-04-02T16:00+08:00', 'PT2H1S', '2021-04-06T09:00:01+08:00'],
  ['2021-04-30T10:00+08:00', 'P1D', '2021-05-06T18:00+08:00'],
  ['2021-05-07T10:00+08:00', 'P1D', '2021-05-08T18:00+08:00'],
  ['2021-09-17T17:30+08:00', 'PT1H', '2021-09-18T09:30+08:00'],
  ['2021-09-30T10:00+08:00', 'P1D', '2021-10-08T18:00+08:00'],
  ['2021-10-08T10:00+08:00', 'P1D', '2021-10-09T18:00+08:00'],
  ['2022-01-28T17:00+08:00', 'P1D', '2022-01-29T18:00+08:00'],
  ['2022-01-29T17:00+08:00', 'P1D', '2022-01-30T18:00+08:00'],
  ['2022-01-30T17:30+08:00', 'PT30M1S', '2022-02-07T09:00:01+08:00'],
  ['2022-04-01T10:00+08:00', 'P1D', '2022-04-02T18:00+08:00'],
  ['2022-04-24T09:00+08:00', 'PT7H30M', '2022-04-24T18:00+08:00'],
  ['2022-10-08T11:00+08:00', 'PT2H', '2022-10-08T14:30+08:00'],
  ['2022-10-09T17:00+08:00', 'PT2H', '2022-10-10T10:00+08:00'],
  ['2023-01-20T10:00+08:00', 'P1D', '2023-01-28T18:00+08:00'],
  ['2023-01-28T10:00+08:00', 'P1D', '2023-01-29T18:00+08:00'],
  ['2023-04-28T10:00+08:00', 'P1D', '2023-05-04T18:00+08:00'],
  ['2023-05-05T10:00+08:00', 'P1D', '2023-05-06T18:00+08:00'],
  ['2023-06-21T10:00+08:00', 'P1D', '2023-06-25T18:00+08:00'],
  ['2023-09-28T10:00+08:00', 'P1D', '2023-10-07T18:00+08:00'],
  ['2023-10-06T12:00+08:00', 'PT1H', '2023-10-07T10:00+08:00'],
  ['2024-02-04T09:30+08:00', 'PT1H', '2024-02-04T10:30+08:00'],
  ['2024-02-09T10:00+08:00', 'P1D', '2024-02-18T18:00+08:00'],
  ['2024-04-03T10:00+08:00', 'P1D', '2024-04-07T18:00+08:00'],
  ['2024-04-30T10:00+08:00', 'P1D', '2024-05-06T18:00+08:00'],
  ['2024-05-10T10:00+08:00', 'P1D', '2024-05-11T18:00+08:00'],
  ['2024-09-13T10:00+08:00', 'P1D', '2024-09-14T18:00+08:00'],
  ['2024-09-29T10:00+08:00', 'P1D', '2024-09-30T18:00+08:00'],
  ['2024-10-12T17:59:59+08:00', 'PT2S', '2024-10-14T09:00:01+08:00'],
  ['2025-01-26T10:00+08:00', 'P1D', '2025-01-27T18:00+08:00'],
  ['2025-01-27T10:00+08:00', 'P1D', '2025-02-05T18:00+08:00'],
  ['2025-02-07T10:00+08:00', 'P1D', '2025-02-08T18:00+08:00'],
  ['2025-04-27T10:00+08:00', 'P3D', '2025-04-30T18:00+08:00'],
  ['2025-09-28T10:00+08:00', 'P3D', '2025-10-09T18:00+08:00'],
  ['2025-10-11T13:00+08:00', 'PT4H30M', '2025-10-11T18:00+08:00'],
  ['2026-01-02T10:00+08:00', 'PT1H', '2026-01-04T10:00+08:00'],
  ['2026-02-14T10:00+08:00', 'P1D', '2026-02-24T18:00+08:00'],
  ['2026-02-14T17:00+08:00', 'PT2H', '2026-02-24T10:00+08:00'],
  ['2026-02-27T10:00+08:00', 'P1D', '2026-02-28T18:00+08:00'],
  ['2026-05-08T10:00+08:00', 'P1D', '2026-05-09T18:00+08:00'],
  ['2026-09-30T17:00+08:00', 'PT2H', '2026-10-08T10:00+08:00'],
  ['2026-10-09T17:00+08:00', 'P1D', '2026-10-10T18:00+08:00'],
];

describe('over festivals and make-up workdays', () => {
  test.each(overFestivals)('%s + %s', (start, work, due) => {
    const instant = dueInstant(calendar, ms(start), durationOf(work)) as number;
    expect(instantOf(instant)).toBe(instantOf(ms(due)));
  });
});
