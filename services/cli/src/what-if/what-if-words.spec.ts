import { expect, test } from '@jest/globals';
import { wordsOfWhatIf, type WhatIfState } from './what-if-words.js';

const state: WhatIfState = {
  id: 'w1', state: 'done', progress: { done: 3, total: 3 }, position: 'main.e.9', from: '2026-01-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z',
  clocks: {
    tickets: 3, differing: 2,
    lines: [
      { department: 'quality', clock: 'handle', before: 'kept', after: 'kept', clocks: 1_200 },
      { department: 'quality', clock: 'handle', before: 'kept', after: 'broken', clocks: 2 },
      { department: 'quality', clock: 'handle', before: 'broken', after: 'kept', clocks: 1 },
      { department: 'quality', clock: 'handle', before: 'other', after: 'broken', clocks: 4 },
      { department: null, clock: 'resolve', before: 'kept', after: 'kept', clocks: 3 },
    ],
  },
  routes: [
    { was: { lead: 'quality', by: 'table' }, wouldBe: { lead: 'sales' }, differs: true, tickets: 2 },
    { was: { lead: 'quality', by: 'person' }, wouldBe: null, differs: false, tickets: 1 },
  ],
}; // prettier-ignore

test('the answer of a comparison in words', () => {
  expect(wordsOfWhatIf(state)).toEqual([
    '2026-01-01T00:00:00.000Z to 2026-02-01T00:00:00.000Z, computed at main.e.9; nothing of the past has changed.',
    '3 tickets; 2 of them would differ (GET /api/v1/reports/what-if/w1/tickets).',
    'DEPARTMENT  CLOCK   KEPT   BROKEN  WOULD BREAK  WOULD BE KEPT  OTHERWISE',
    'quality     handle  1,202  1       2            1              4',
    '3 tickets were routed; 2 would have gone elsewhere.',
    'WENT TO  WOULD GO TO  TICKETS',
    'quality  sales        2',
  ]);
});
