import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lastDayOf, legalLastDay, legalLimit, type ContractTerm } from './legal-limit.js';

const fixed = (startsOn: string, endsOn: string): ContractTerm => ({ term: 'fixed', startsOn, endsOn });

/** 《劳动合同法》第十九条, sentence by sentence, at each of its edges. */
test.each<[string, ContractTerm, number, string]>([
  ['a task', { term: 'task', startsOn: '2026-03-01' }, 0, 'task'],
  ['two months', fixed('2026-03-01', '2026-04-30'), 0, 'under-3-months'],
  ['a day less than three months', fixed('2026-03-01', '2026-05-30'), 0, 'under-3-months'],
  ['three months', fixed('2026-03-01', '2026-05-31'), 1, 'from-3-months-under-1-year'],
  ['a day less than a year', fixed('2026-03-01', '2027-02-27'), 1, 'from-3-months-under-1-year'],
  ['a year', fixed('2026-03-01', '2027-02-28'), 2, 'from-1-year-under-3-years'],
  ['a day less than three years', fixed('2026-03-01', '2029-02-27'), 2, 'from-1-year-under-3-years'],
  ['three years', fixed('2026-03-01', '2029-02-28'), 6, 'from-3-years'],
  ['a year that begins on a leap day', fixed('2024-02-29', '2025-02-27'), 2, 'from-1-year-under-3-years'],
  ['an open end', { term: 'open-ended', startsOn: '2026-03-01' }, 6, 'open-ended'],
])('%s', (_, contract, months, ground) => expect(legalLimit(contract)).toEqual({ months, ground }));

test.each([
  ['2026-03-01', 3, '2026-05-31'],
  ['2026-03-15', 3, '2026-06-14'],
  ['2025-11-30', 3, '2026-02-27'],
  ['2026-01-31', 1, '2026-02-27'],
  ['2026-12-01', 1, '2026-12-31'],
])('from %s %i month(s) end with %s', (first, months, last) => expect(lastDayOf(first, months)).toBe(last));

const day = fc.integer({ min: 0, max: 3_650 }).map((days) => Temporal.PlainDate.from('2020-01-01').add({ days }).toString());

test('a longer contract never allows less, and no probation outlasts its contract', () => {
  const terms = fc.tuple(day, fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 400 }));
  fc.assert(
    fc.property(terms, ([startsOn, days, more]) => {
      const end = (length: number) => Temporal.PlainDate.from(startsOn).add({ days: length }).toString();
      const [short, long] = [fixed(startsOn, end(days)), fixed(startsOn, end(days + more))];
      expect(legalLimit(long).months).toBeGreaterThanOrEqual(legalLimit(short).months);
      expect(legalLastDay(startsOn, short) <= end(days)).toBe(true);
    }),
  );
});
