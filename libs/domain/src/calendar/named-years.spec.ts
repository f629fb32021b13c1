import { expect, test } from '@jest/globals';
import type { Calendar } from './calendar.js';
import { beyondNamedYears } from './named-years.js';

const week: Calendar = { code: 'default', timeZone: 'Asia/Shanghai', week: { mon: [['09:00', '17:00']] } };
const china: Calendar = { ...week, holidays: ['2026-10-01', '2025-10-01'] };

test.each<[string, Calendar, string, string | undefined]>([
  ['within the last year', china, '2026-12-31T23:59:59+08:00', undefined],
  ['after it, by the calendar’s own zone', china, '2027-01-01T00:00:00+08:00', '2026'],
  ['of another zone not yet', { ...china, timeZone: 'Europe/Berlin' }, '2027-01-01T00:00:00+08:00', undefined],
  [
    'a make-up workday names a year too',
    { ...china, makeUpDays: { '2027-02-20': 'fri' } },
    '2027-03-01T09:00:00+08:00',
    undefined,
  ],
  ['and hours of its own', { ...week, exceptions: { '2025-12-31': [] } }, '2027-03-01T09:00:00+08:00', '2025'],
  ['who names no dates has none to name', week, '2030-01-01T09:00:00+08:00', undefined],
])('%s', (_, calendar, due, last) => {
  const said = beyondNamedYears(calendar, Temporal.Instant.from(due).epochMilliseconds);
  expect([said?.zh.includes(`${last} 年以后`), said?.en.includes(`after ${last};`)]).toEqual(
    last === undefined ? [undefined, undefined] : [true, true],
  );
});
