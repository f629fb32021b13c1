import { expect, test } from '@jest/globals';
import { byDepartment } from './by-department.ts';
import type { ComparedLine, Fate } from './what-if-view.ts';

const line = (department: string | null, clock: string, before: Fate, after: Fate, clocks: number): ComparedLine => ({
  department,
  clock,
  before,
  after,
  clocks,
});

test('clocks of a comparison by department: those where most changes first, each with its clocks', () => {
  const departments = byDepartment([
    line(null, 'dispatch', 'kept', 'kept', 50),
    line('quality', 'handle', 'kept', 'broken', 3),
    line('quality', 'handle', 'kept', 'kept', 4),
    line('quality', 'handle', 'broken', 'kept', 1),
    line('quality', 'accept', 'other', 'none', 2),
  ]);
  expect(departments.map(({ ofClocks: _, ...one }) => one)).toEqual([
    { department: 'quality', clocks: 10, keptBefore: 7, keptAfter: 5, brokenBefore: 1, brokenAfter: 3 },
    { department: null, clocks: 50, keptBefore: 50, keptAfter: 50, brokenBefore: 0, brokenAfter: 0 },
  ]);
  expect(departments[0]?.ofClocks.map(({ clock, clocks }) => [clock, clocks])).toEqual([
    ['handle', 8],
    ['accept', 2],
  ]);
});
