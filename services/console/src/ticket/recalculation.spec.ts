import { expect, test } from '@jest/globals';
import { differs } from './recalculation.ts';

const due = '2026-03-05T10:00:00Z';
const explanation = { zh: '', en: '' };

test.each([
  ['nothing corrected', undefined, false],
  ['corrected, and due as before', { due, verdict: null, explanation }, false],
  ['due later', { due: '2026-03-06T10:00:00Z', verdict: null, explanation }, true],
  ['due as before, and judged otherwise', { due, verdict: { verdict: 'late' }, explanation }, true],
])('%s', (_, anew, expected) => {
  expect(differs({ due, verdict: null }, anew)).toBe(expected);
});
