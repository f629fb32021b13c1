import { describe, expect, test } from '@jest/globals';
import { figuresOf, linesBy, type OneResult } from './quality-figures.js';

const result = (agent: string, month: string, more: Partial<OneResult> = {}): OneResult => ({
  agent,
  month,
  team: 'north',
  score: 80,
  outOf: 100,
  passed: true,
  marks: [
    { criterion: 'greeting', points: 40, of: 40 },
    { criterion: 'answer', points: 40, of: 60 },
  ],
  fatal: [],
  ...more,
});
const results = [
  result('ann', '2026-02'),
  result('ann', '2026-03', { score: 0, passed: false, fatal: ['disclosure', 'rudeness'], appeal: 'dismissed' }),
  result('bob', '2026-03', { team: 'south', score: 100, appeal: 'granted' }),
];

describe('figures of quality', () => {
  test('are shares of what there was to get, and counts of results', () => {
    expect(figuresOf(results)).toEqual({ inspections: 3, points: 180, outOf: 300, average: 0.6, passed: 2, fatal: 1, appeals: 2, granted: 1 }); // prettier-ignore
  });

  test('of nothing have no average', () => expect(figuresOf([])).not.toHaveProperty('average'));

  test('come by agent and month, which is a trend', () => {
    const lines = linesBy(results, ['agent', 'month']).map(({ group, figures }) => [group.agent, group.month, figures.average]);
    expect(lines).toEqual([
      ['ann', '2026-02', 0.8],
      ['ann', '2026-03', 0],
      ['bob', '2026-03', 1],
    ]);
  });

  test('come by criterion with what was given for that', () => {
    const lines = linesBy(results, ['criterion']).map(({ group, figures }) => [group.criterion, figures.points, figures.outOf]);
    expect(lines).toEqual([
      ['answer', 120, 180],
      ['greeting', 120, 120],
    ]);
  });

  test('come by fatal error, each counted where it was made', () => {
    expect(linesBy(results, ['fatal']).map(({ group, figures }) => [group.fatal, figures.inspections])).toEqual([
      ['disclosure', 1],
      ['rudeness', 1],
    ]);
  });
});
