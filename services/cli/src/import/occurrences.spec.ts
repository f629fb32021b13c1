import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Occurrences } from './occurrences.js';

test('counts as a map does, through many a doubling', () => {
  const word = fc.oneof(
    fc.integer({ min: 0, max: 3 }),
    fc.constantFrom(0xffffffff, 0x80000000),
    fc.integer({ min: 0, max: 0xffffffff }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word), { maxLength: 6_000, size: 'max' }), (fingerprints) => {
      const occurrences = new Occurrences();
      const counts = new Map<string, number>();
      for (const [high, low] of fingerprints) {
        const key = `${high} ${low}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
        expect(occurrences.add(high, low)).toBe(counts.get(key));
      }
      expect(occurrences.distinct).toBe(counts.size);
    }),
    { numRuns: 20, seed: 7 },
  );
});
