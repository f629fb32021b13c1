import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { krippendorffAlpha, percentAgreement, type Ratings } from './agreement.js';

/** Rows of observers, a column a unit, `.` where nothing was given: as the published tables are printed. */
function byUnit(...observers: readonly string[]): Ratings {
  const rows = observers.map((row) => row.trim().split(/\s+/));
  const codes = [...new Set(rows.flat())].toSorted();
  const valueOf = (cell = '.') => {
    if (cell === '.') return undefined;
    return /^\d+$/.test(cell) ? Number(cell) : codes.indexOf(cell);
  };
  return (rows[0] ?? []).map((_, unit) => rows.map((row) => valueOf(row[unit])));
}

/** Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability": example C, and for the metrics the same data. */
const fourObservers = byUnit(
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
);

describe('Krippendorff’s alpha', () => {
  test.each([
    ['A: two observers, two values', byUnit('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'), 'nominal', 0.095],
    ['B: two observers, five values', byUnit('a a b b d c c c e d d a', 'b a b b b c c c e d d d'), 'nominal', 0.692],
    ['C: four observers, values missing', fourObservers, 'nominal', 0.743],
    ['C by intervals', fourObservers, 'interval', 0.849],
  ] as const)('is as published for %s', (_name, ratings, metric, published) => {
    expect(krippendorffAlpha(ratings, metric)).toBeCloseTo(published, 3);
  });

  test('is 1 where all agree, and says nothing where chance could not have disagreed', () => {
    expect(krippendorffAlpha([[1, 1], [2, 2]], 'interval')).toBe(1); // prettier-ignore
    expect(krippendorffAlpha([[3, 3], [3, 3]], 'interval')).toBeUndefined(); // prettier-ignore
    expect(krippendorffAlpha([[1, undefined]], 'nominal')).toBeUndefined();
    expect(krippendorffAlpha([], 'nominal')).toBeUndefined();
  });

  test('does not depend on who comes first, nor on which ticket does', () => {
    const value = fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined });
    const ratings = fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { maxLength: 8 });
    fc.assert(
      fc.property(ratings, (rows) => {
        const turned = rows.map((row) => row.toReversed()).toReversed();
        const [one, other] = [krippendorffAlpha(rows, 'interval'), krippendorffAlpha(turned, 'interval')];
        if (one === undefined || other === undefined) return one === other;
        return Math.abs(one - other) < 1e-9 && one <= 1 + 1e-9;
      }),
    );
  });
});

test('percent agreement is the share of pairs that gave the same', () => {
  expect(percentAgreement(byUnit('a a b b d c c c e d d a', 'b a b b b c c c e d d d'))).toBeCloseTo(9 / 12, 10);
  expect(percentAgreement([[1, 1, 2]])).toBeCloseTo(1 / 3, 10);
  expect(percentAgreement([[1, undefined]])).toBeUndefined();
});
