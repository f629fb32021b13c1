import { describe, expect, test } from '@jest/globals';
import dayjs from 'dayjs';
import { periodIn, periodNameIn } from './period.ts';

const today = dayjs('2026-03-15T10:00:00');
const of = (search: string) => periodIn(new URLSearchParams(search), today);

describe('the period of a dashboard', () => {
  test.each([
    ['', { from: '2026-02-14' }],
    ['period=today', { from: '2026-03-15' }],
    ['period=7d', { from: '2026-03-09' }],
    ['period=month', { from: '2026-03-01' }],
    ['period=last-month', { from: '2026-02-01', to: '2026-03-01' }],
    ['period=year', { from: '2026-01-01' }],
    ['period=all', {}],
    ['from=2026-01-05&to=2026-01-12', { from: '2026-01-05', to: '2026-01-12' }],
    ['from=2026-01-05', { from: '2026-01-05' }],
  ])('%s', (search, period) => expect(of(search)).toEqual(period));

  test('what is no period is the usual one, what is no day is no bound', () => {
    expect(of('period=whenever')).toEqual(of(''));
    expect(of('from=yesterday&to=2026-01-12')).toEqual({ to: '2026-01-12' });
    expect(periodNameIn(new URLSearchParams('from=2026-01-05&period=7d'))).toBe('own');
  });
});
