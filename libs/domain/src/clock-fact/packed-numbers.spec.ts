import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PackedNumbers, PackingNumbers } from './packed-numbers.js';

const half = Math.floor(Number.MAX_SAFE_INTEGER / 2);

describe('packed numbers', () => {
  test('come back as they were, and none of them may be missing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.oneof(fc.integer(), fc.integer({ min: -half, max: half - 1 })), { nil: undefined })),
        (values) => {
          const packing = new PackingNumbers();
          for (const value of values) packing.addOr(value);
          const packed = packing.packed();
          const numbers = new PackedNumbers(packed);
          expect(values.map(() => numbers.nextOr())).toEqual(values);
          expect(() => numbers.next()).toThrow('too early');
        },
      ),
    );
  });

  test('are short where they are small, and refuse what is no whole number', () => {
    expect(new PackingNumbers().add(0).add(-1).add(63).packed()).toHaveLength(3);
    expect(() => new PackingNumbers().add(0.5)).toThrow('0.5 is no whole number');
    expect(() => new PackingNumbers().add(2 ** 60)).toThrow(RangeError);
  });
});
