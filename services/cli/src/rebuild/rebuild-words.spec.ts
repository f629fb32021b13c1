import { describe, expect, test } from '@jest/globals';
import type { Difference } from './compare.js';
import { checkedWords, rebuiltWords } from './rebuild-words.js';

const differences = (count: number): Difference[] => Array.from({ length: count }, (_, n) => ({ id: `d${n}`, what: 'differs' }));

describe('in words', () => {
  const rebuilt = { projection: 'tickets', generation: 2, commits: 3_300, documents: 1_204 };
  test.each([
    [0, 'as before'],
    [1, '1 differ: d0 (differs)'],
    [7, '7 differ: d0 (differs), d1 (differs), d2 (differs), d3 (differs), d4 (differs) and 2 more'],
  ])('a rebuild with %d differences', (count, words) => {
    expect(rebuiltWords({ ...rebuilt, differences: differences(count) })).toBe(
      `tickets: 1,204 documents from 3,300 commits, generation 2 is live; ${words}`,
    );
  });

  test('a check', () => {
    const checked = { projection: 'tickets', generation: 1, position: null, documents: 2, rows: 5, differences: [] };
    expect(checkedWords(checked)).toBe('tickets: 2 documents, 5 rows; equal to a fresh replay');
  });
});
