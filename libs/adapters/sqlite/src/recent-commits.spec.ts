import { expect, test } from '@jest/globals';
import type { StoredCommit } from '@ledgerline/kernel';
import { RecentCommits } from './recent-commits.js';

const commit = (n: number) => ({ first: n }) as StoredCommit;

test('gives what it has without a gap, and says where it has not', () => {
  const recent = new RecentCommits(3);
  expect(recent.after(0, 10)).toBeUndefined();
  for (let n = 5; n <= 12; n += 1) recent.add(n, commit(n));
  expect(recent.after(3, 10)).toBeUndefined();
  expect(recent.after(9, 10)).toEqual({ commits: [commit(10), commit(11), commit(12)], last: 12 });
  expect(recent.after(9, 2)).toEqual({ commits: [commit(10), commit(11)], last: 11 });
  expect(recent.after(12, 10)).toEqual({ commits: [], last: 12 });
  recent.add(14, commit(14));
  expect(recent.after(12, 10)).toBeUndefined();
  expect(recent.after(13, 10)).toEqual({ commits: [commit(14)], last: 14 });
});

test('lets go of what is needed no more, and goes on', () => {
  const recent = new RecentCommits(3);
  for (let n = 1; n <= 4; n += 1) recent.add(n, commit(n));
  recent.forget(2);
  expect(recent.after(1, 10)).toBeUndefined();
  expect(recent.after(2, 10)).toEqual({ commits: [commit(3), commit(4)], last: 4 });
  recent.forget(Number.POSITIVE_INFINITY);
  expect(recent.after(4, 10)).toBeUndefined();
  recent.add(5, commit(5));
  expect(recent.after(4, 10)).toEqual({ commits: [commit(5)], last: 5 });
  recent.forget(1);
  expect(recent.after(4, 10)).toEqual({ commits: [commit(5)], last: 5 });
});
