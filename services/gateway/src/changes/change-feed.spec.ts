import { expect, test } from '@jest/globals';
import type { Ledgerline } from '@ledgerline/host';
import { ChangeFeed } from './change-feed.js';
import type { ChangeListener } from './change-listener.js';

/** What a screen hears that comes back after these streams were written to. */
async function heardAfter(...streams: readonly string[]): Promise<readonly unknown[]> {
  const commits = streams.map((stream, place) => ({ stream, position: `p${place + 1}` }));
  const read = () => Promise.resolve(commits);
  const ask = () => Promise.resolve({ kind: 'visible', visible: [[{ id: 't1', version: 2 }]] });
  const heard: unknown[] = [];
  const hears = (what: string) => (more: unknown) => void heard.push([what, more]);
  const listener = {
    principal: { kind: 'person', id: 'zhang', roles: ['agent'], departments: [] },
    calls: hears('calls'),
    changed: hears('changed'),
    listsChanged: hears('lists'),
    reset: hears('reset'),
  } as unknown as ChangeListener;
  await new ChangeFeed({ store: { read }, ask } as unknown as Ledgerline).catchUp(listener, 'p0');
  return heard;
}

test('a screen that comes back hears of calls only where there were any meanwhile', async () => {
  const changed = ['changed', [{ id: 't1', version: 2 }]];
  expect(await heardAfter('ticket.t1', 'contact.c1')).toEqual([changed]);
  expect(await heardAfter('ticket.t1', 'call.c1')).toEqual([['calls', 'p2'], changed]);
});

test('one that was away for long looks anew, calls and all, and is told nothing else', async () => {
  expect(await heardAfter(...Array.from({ length: 1_000 }, () => 'call.c1'))).toEqual([['reset', 'p1000']]);
});
