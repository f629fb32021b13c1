import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { millisecondsOf } from './instant.js';

const slowly = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
/** What `read` makes of a text, or that it refuses it. */
const outcome = (read: (text: string) => number, text: string) => {
  try {
    return read(text);
  } catch (error) {
    return (error as Error).name;
  }
};

describe('an instant read digit by digit', () => {
  test('is the one that Temporal reads', () => {
    const [from, to] = [Date.UTC(0, 0), Date.UTC(9999, 11, 31)];
    fc.assert(
      fc.property(fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true }), (date) => {
        expect(millisecondsOf(date.toISOString())).toBe(slowly(date.toISOString()));
      }),
    );
  });

  test('whatever stands there: the same number, or the same refusal', () => {
    const digit = fc.constantFrom(...'0123456789');
    const place = fc.integer({ min: 0, max: 23 });
    const text = fc.array(fc.tuple(place, fc.oneof(digit, fc.constantFrom(...'zZtT:.-+ x'))), { maxLength: 4 }).map((changes) => {
      const written = [...'2024-02-28T23:59:58.999Z'];
      for (const [at, one] of changes) written[at] = one;
      return written.join('');
    });
    fc.assert(
      fc.property(text, (one) => expect(outcome(millisecondsOf, one)).toBe(outcome(slowly, one))),
      { numRuns: 3_000 },
    );
  });

  test.each([
    ['2024-02-29T00:00:00.000Z', 1_709_164_800_000],
    ['2026-03-02T09:30:00+08:00', 1_772_415_000_000],
    ['2026-03-02T01:30:00.1234Z', 1_772_415_000_123],
    ['0099-03-02T01:30:00.000Z', slowly('0099-03-02T01:30:00.000Z')],
    ['2016-12-31T23:59:60.000Z', slowly('2016-12-31T23:59:59.000Z')],
  ])('%s', (text, milliseconds) => expect(millisecondsOf(text)).toBe(milliseconds));

  test.each(['2023-02-29T00:00:00.000Z', '2026-13-02T01:30:00.000Z', '2026-03-02T24:30:00.000Z', '', 'yesterday'])(
    '%s is none',
    (text) => expect(outcome(millisecondsOf, text)).toBe('RangeError'),
  );
});
