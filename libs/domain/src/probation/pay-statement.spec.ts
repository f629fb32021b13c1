import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Calendar } from '../calendar/calendar.js';
import { exactFen } from './exact-fen.js';
import { payStatement, type AwayDay, type PayTerms } from './pay-statement.js';
import { datesOfMonth, monthsOf, workingDaysOf } from './working-days.js';

const file = join(import.meta.dirname, '../../../../services/administration/src/installation/shipped/default-calendar.json');
const roster = workingDaysOf(JSON.parse(readFileSync(file, 'utf8')) as Calendar);
const terms = (change: Partial<PayTerms> = {}): PayTerms => ({
  from: '2026-03-01',
  to: '2026-05-31',
  wages: [{ from: '2026-03-01', monthly: 800_000 }],
  away: [],
  roster,
  minimumOn: () => 269_000,
  ...change,
});
const away = (date: string, payPercent: number, halves: 1 | 2 = 2): AwayDay => ({ date, halves, payPercent });

describe('a statement', () => {
  test('of a whole month is the month’s wage; the daily wage is by the roster’s days off', () => {
    // March 2026: 31 days, 9 of them Saturdays and Sundays.
    expect(payStatement('2026-03', terms())).toEqual({
      month: '2026-03', from: '2026-03-01', to: '2026-03-31', daysOfMonth: 31, restDays: 9, restDaysBy: [{ kind: 'calendar', code: 'default', days: 31, restDays: 9 }], divisor: 22, dailyWage: 36_364,
      workingHalves: 44, awayHalves: 0, amount: 800_000,
      standard: { dailyWage: 36_782, paidDays: 22, amount: 800_000 },
      warnings: ['daily-wage-less-than-21.75-days'],
    }); // prettier-ignore
  });

  test('of a part of a month counts its working days', () => {
    // From Monday 16 March twelve working days of 22.
    const { amount, workingHalves, standard, warnings } = payStatement('2026-03', terms({ from: '2026-03-16' }));
    expect([amount, workingHalves, standard.amount]).toEqual([436_364, 24, 441_379]);
    expect(warnings).toEqual(['less-than-21.75-days', 'daily-wage-less-than-21.75-days']);
  });

  test('does not count leave as rest: what is unpaid is taken off, and a day is worth what it was', () => {
    const whole = payStatement('2026-03', terms());
    const unpaid = payStatement('2026-03', terms({ away: [away('2026-03-10', 0), away('2026-03-11', 0, 1)] }));
    expect([unpaid.restDays, unpaid.divisor, unpaid.dailyWage]).toEqual([whole.restDays, whole.divisor, whole.dailyWage]);
    expect([unpaid.amount, unpaid.awayHalves]).toEqual([745_455, 3]); // 800,000 × 41 ÷ 44
    expect(unpaid.standard.amount).toBe(744_828); // 800,000 − 1.5 × 800,000 ÷ 21.75
    expect(payStatement('2026-03', terms({ away: [away('2026-03-10', 100)] })).amount).toBe(800_000);
  });

  test('of a month with two wages pays each day by its own', () => {
    const wages = [{ from: '2026-03-01', monthly: 800_000 }, { from: '2026-03-16', monthly: 900_000 }];
    expect(payStatement('2026-03', terms({ wages })).amount).toBe(854_545); // (10 × 800,000 + 12 × 900,000) ÷ 22
  });

  test('warns where the rule gives less than 21.75 days, and where a minimum is not met or not known', () => {
    // Somebody who leaves on 5 October has worked no day of the roster; three of the holidays are paid by law.
    const october = payStatement('2026-10', terms({ from: '2026-09-01', to: '2026-10-05', wages: [{ from: '2026-09-01', monthly: 800_000 }] }));
    expect(october.amount).toBe(0);
    expect(october.standard.paidDays).toBe(3);
    expect(october.warnings).toContain('less-than-21.75-days');
    expect(payStatement('2026-03', terms({ minimumOn: () => 800_001 })).warnings).toContain('below-the-local-minimum');
    expect(payStatement('2026-03', terms({ minimumOn: () => undefined })).warnings).toContain('local-minimum-unknown');
  });

  test('is refused of a month that has no day of it', () => {
    expect(() => payStatement('2026-06', terms())).toThrow('2026-06');
  });
}); // prettier-ignore

const month = fc.integer({ min: 0, max: 80 }).map((months) => Temporal.PlainYearMonth.from('2020-01').add({ months }).toString());
const monthly = fc.integer({ min: 1, max: 100_000_000 });
const leave = fc.array(fc.tuple(fc.nat(30), fc.constantFrom<1 | 2>(1, 2), fc.constantFrom(0, 40, 60, 100)), { maxLength: 8 });
const whole = (name: string, wage: number, taken: readonly (readonly [number, 1 | 2, number])[] = []) => {
  const dates = datesOfMonth(name);
  const days = new Map(taken.map(([place, halves, percent]) => [String(dates[place % dates.length]), away(String(dates[place % dates.length]), percent, halves)])); // prettier-ignore
  return payStatement(name, terms({ from: String(dates[0]), to: String(dates.at(-1)), wages: [{ from: '2020-01-01', monthly: wage }], away: [...days.values()] })); // prettier-ignore
};

describe('whatever the month', () => {
  test('a whole one without leave is the wage to the fen', () => {
    fc.assert(fc.property(month, monthly, (name, wage) => expect(whole(name, wage).amount).toBe(wage)));
  });

  test('leave changes neither divisor nor daily wage, and never adds to the pay', () => {
    fc.assert(
      fc.property(month, monthly, leave, (name, wage, taken) => {
        const [with_, without] = [whole(name, wage, taken), whole(name, wage)];
        expect([with_.divisor, with_.dailyWage]).toEqual([without.divisor, without.dailyWage]);
        expect(with_.amount).toBeLessThanOrEqual(without.amount);
        expect(with_.amount).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('two parts of it come to the whole, but for the fen that each is rounded by', () => {
    fc.assert(
      fc.property(month, monthly, fc.integer({ min: 1, max: 27 }), (name, wage, at) => {
        const dates = datesOfMonth(name);
        const part = (from: number, to: number) =>
          payStatement(name, terms({ from: String(dates[from]), to: String(dates[to]), wages: [{ from: '2020-01-01', monthly: wage }] })).amount;
        const sum = part(0, at - 1) + part(at, dates.length - 1);
        expect(Math.abs(sum - wage)).toBeLessThanOrEqual(1);
      }),
    ); // prettier-ignore
  });

  test('rounding is half up and exact at any size', () => {
    expect([exactFen(1n, 1n, 2n), exactFen(1n, 1n, 3n), exactFen(2n, 1n, 3n), exactFen(5n, 1n, 2n)]).toEqual([1, 0, 1, 3]);
    const counts = fc.bigInt({ min: 1n, max: 400n });
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), counts, counts, (fen, count, divisor) => {
        const distance = 2n * (BigInt(exactFen(fen, count, divisor)) * divisor - fen * count);
        expect(distance <= divisor && distance > -divisor).toBe(true);
      }),
    );
    expect(() => exactFen(1n, 1n, 0n)).toThrow('positive');
  });
});

test('months of a stretch', () =>
  expect(monthsOf('2025-11-30', '2026-02-01')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']));
