import { expect, test } from '@jest/globals';
import { dayOf, monthOf } from './calendar-days.ts';

const calendar = {
  week: { thu: [['09:00', '18:00']], mon: [['09:00', '17:00']] },
  holidays: ['2026-10-01', '2026-10-05'],
  makeUpDays: { '2026-10-10': 'thu', '2026-10-05': 'mon' },
  exceptions: { '2026-10-12': [['09:00', '12:00']], '2026-10-10': [] },
} as const;

test.each([
  ['2026-10-01', 'holiday', 0],
  ['2026-10-05', 'make-up', 1],
  ['2026-10-08', 'work', 1],
  ['2026-10-10', 'exception', 0],
  ['2026-10-11', 'rest', 0],
  ['2026-10-12', 'exception', 1],
])('%s is %s: exceptions over make-up days over holidays over the week', (date, kind, shifts) => {
  const day = dayOf(calendar, date);
  expect([day.kind, day.shifts.length]).toEqual([kind, shifts]);
});

test('a month begins under its weekday, Monday first, and has all of its days', () => {
  expect(monthOf(2026, 2)).toEqual([...Array.from({ length: 6 }, () => undefined), ...Array.from({ length: 28 }, (_, day) => `2026-02-${String(day + 1).padStart(2, '0')}`)]); // prettier-ignore
  expect(monthOf(2024, 2)).toHaveLength(3 + 29);
});
