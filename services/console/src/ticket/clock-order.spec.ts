import { expect, test } from '@jest/globals';
import { byUrgency, isOpen } from './clock-order.ts';

test('what is late and still open stands before what is due next, and what has ended after both', () => {
  const clocks = [
    { state: 'met', due: '2026-03-02T01:00:00Z' },
    { state: 'running', due: null },
    { state: 'running', due: '2026-03-05T10:00:00Z' },
    { state: 'lapsed', due: '2026-03-02T05:00:00Z' },
    { state: 'held', due: '2026-03-04T10:00:00Z' },
    { state: 'breached', due: '2026-03-03T10:00:00Z' },
  ];
  const states = clocks.toSorted(byUrgency).map(({ state, due }) => [state, due?.slice(8, 10)]);
  expect(states).toEqual([
    ['breached', '03'],
    ['held', '04'],
    ['running', '05'],
    ['running', undefined],
    ['met', '02'],
    ['lapsed', '02'],
  ]);
  expect(clocks.filter(isOpen)).toHaveLength(4);
});
