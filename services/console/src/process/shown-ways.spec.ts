import { describe, expect, test } from '@jest/globals';
import type { EdgeView } from './process-view.ts';
import { shownWays } from './shown-ways.ts';

const edge = (from: string, to: string, count: number): EdgeView => ({ from, to, count, meanSeconds: 1, medianSeconds: 1 });
const activity = (name: string, count: number) => ({ activity: name, count, starts: 0, ends: 0 });
const whole = {
  activities: [activity('a', 100), activity('b', 90), activity('c', 40), activity('d', 2)],
  edges: [edge('a', 'b', 60), edge('b', 'c', 30), edge('a', 'c', 6), edge('b', 'b', 3), edge('c', 'd', 1)],
};

describe('so much of a process that one can read it', () => {
  test('all of it, where all is wanted', () => expect(shownWays(whole, 1)).toEqual(whole));

  test('the most frequent activities and ways; no activity stands alone', () => {
    const { activities, edges } = shownWays(whole, 0.85);
    expect(activities.map(({ activity: name }) => name)).toEqual(['a', 'b', 'c']);
    expect(edges).toEqual([edge('a', 'b', 60), edge('b', 'c', 30)]);
  });

  test('none of none', () => expect(shownWays({ activities: [], edges: [] }, 0.8)).toEqual({ activities: [], edges: [] }));
});
