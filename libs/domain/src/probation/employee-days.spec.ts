import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Calendar } from '../calendar/calendar.js';
import { employeeDays } from './employee-days.js';
import { payStatement, type AwayDay } from './pay-statement.js';
import { datesOfMonth, workingDaysOf } from './working-days.js';

const week = { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']], wed: [['09:00', '18:00']], thu: [['09:00', '18:00']], fri: [['09:00', '18:00']] } as Calendar['week']; // prettier-ignore
const calendar = workingDaysOf({ code: 'default', timeZone: 'Asia/Shanghai', week });
const dates = datesOfMonth('2026-03');
const published = (days: Readonly<Record<string, readonly string[]>>) => [{ roster: 'call-centre-2026-03', edition: 2, days }];
const statement = (days: Readonly<Record<string, readonly string[]>>, away: readonly AwayDay[] = []) =>
  payStatement('2026-03', {
    from: '2026-03-01',
    to: '2026-03-31',
    wages: [{ from: '2026-03-01', monthly: 800_000 }],
    away,
    roster: employeeDays(calendar, published(days), new Set(away.map(({ date }) => date))),
    minimumOn: () => undefined,
  });
const planned = fc.dictionary(fc.constantFrom(...dates), fc.constantFrom<readonly string[]>([], ['early'], ['late']));
const someDates = fc.uniqueArray(fc.constantFrom(...dates));

describe('rest days', () => {
  test('are the roster’s days off where it is published, the calendar’s elsewhere, and the statement says which', () => {
    // Sunday 1 March worked, Monday 2 and Tuesday 3 March off; from the 4th on by the calendar.
    const { restDays, divisor, restDaysBy } = statement({ '2026-03-01': ['early'], '2026-03-02': [], '2026-03-03': [] });
    expect([restDays, divisor]).toEqual([10, 21]);
    expect(restDaysBy).toEqual([
      { kind: 'roster', code: 'call-centre-2026-03', edition: 2, days: 3, restDays: 2 },
      { kind: 'calendar', code: 'default', days: 28, restDays: 8 },
    ]);
  });
  test('add up, whatever is published', () => {
    fc.assert(
      fc.property(planned, (days) => {
        const { restDays, restDaysBy, daysOfMonth, divisor } = statement(days);
        expect(restDaysBy.reduce((sum, one) => sum + one.days, 0)).toBe(daysOfMonth);
        expect(restDaysBy.reduce((sum, one) => sum + one.restDays, 0)).toBe(restDays);
        expect(divisor).toBe(daysOfMonth - restDays);
      }),
    );
  });
  test('are never the employee’s leave: leave on working days changes none, and a day of leave that becomes a day off stays a working day', () => {
    fc.assert(
      fc.property(planned, someDates, (days, wanted) => {
        const before = employeeDays(calendar, published(days), new Set());
        const leave = wanted.filter((date) => before.works(date));
        const away = leave.map((date): AwayDay => ({ date, halves: 2, payPercent: 0 }));
        const unchanged = statement(days).restDays;
        expect(statement(days, away).restDays).toBe(unchanged);
        const onRoster = Object.keys(days).filter((date) => leave.includes(date));
        const turned = { ...days, ...Object.fromEntries(onRoster.map((date) => [date, []])) };
        expect(statement(turned, away).restDays).toBe(unchanged);
      }),
    );
  });
});
