import { expect, test } from '@jest/globals';
import type { Proposal } from '@ledgerline/domain';
import { figuresIn, figuresNow, withOutcomeIn } from './proposal-figures.js';

const week = { from: '2026-03-01T16:00:00.000Z', to: '2026-03-08T16:00:00.000Z' };
const at = (day: number) => `2026-03-0${day}T12:00:00.000Z`;
const proposal = (
  raised: number,
  status: Proposal['status'],
  ...outcomes: readonly (readonly ['carried-out' | 'refused', number])[]
) =>
  ({
    id: `${raised}-${status}`,
    status,
    raisedAt: at(raised),
    dueBy: at(5),
    outcomes: outcomes.map(([how, day]) => ({ status: how, at: at(day), by: 'x', text: 'x' })),
  }) as unknown as Proposal & { readonly id: string };

const all = [
  proposal(1, 'carried-out', ['carried-out', 3]),
  proposal(2, 'taken-up', ['refused', 4]),
  proposal(3, 'carried-out', ['refused', 5], ['carried-out', 9]),
  proposal(9, 'raised'),
];

test('proposals count when they were raised, and when they came to each outcome', () => {
  expect(figuresIn(all, week)).toEqual({ proposed: 2, carriedOut: 1, notDone: 2 });
});

test('from the first moment of a period, up to that of the next', () => {
  const raised = (raisedAt: string) => ({ ...proposal(2, 'raised'), raisedAt });
  expect(figuresIn([raised(week.from), raised(week.to)], week).proposed).toBe(1);
});

test('what is under way, and late, is of the moment', () => {
  expect(figuresNow(all, at(4))).toEqual({ underWay: 2, overdueNow: 0 });
  expect(figuresNow(all, at(9))).toEqual({ underWay: 2, overdueNow: 2 });
});

test('those that came to an outcome in it are named, the latest first', () => {
  expect(withOutcomeIn(all, week).map(({ id }) => id)).toEqual(['3-carried-out', '2-taken-up', '1-carried-out']);
});
