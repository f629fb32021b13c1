import { describe, expect, test } from '@jest/globals';
import { paceAt, slowFrom } from './pace.js';

/** Milliseconds of lag at which so many connections, whose answers take so long by themselves, send no more than so much a second. */
function settlesAt(connections: number, answer: number, perSecond: number): number {
  for (let lag = 0; lag < 10_000; lag += 1) if (connections / ((answer + paceAt(lag)) / 1_000) <= perSecond) return lag;
  return Number.POSITIVE_INFINITY;
}

describe('the pace of commands while projections are behind', () => {
  test('nobody waits as long as they keep up, and nobody longer than a second', () => {
    expect([0, 500, slowFrom - 1, slowFrom].map(paceAt)).toEqual([0, 0, 0, 0]);
    expect([5_000, 9_999].map(paceAt)).toEqual([1_000, 1_000]);
  });

  test('it never falls with more lag, and begins without a jump', () => {
    const waits = Array.from({ length: 3_000 }, (_, lag) => paceAt(lag));
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(paceAt(slowFrom + 50)).toBeLessThan(1);
  });

  test.each([
    { connections: 8, perSecond: 500 },
    { connections: 64, perSecond: 3_000 },
    { connections: 64, perSecond: 300 },
    { connections: 2_000, perSecond: 3_000 },
  ])('$connections connections are held to $perSecond a second below two seconds of lag', ({ connections, perSecond }) => {
    expect(settlesAt(connections, 4, perSecond)).toBeLessThan(2_000);
  });
});
