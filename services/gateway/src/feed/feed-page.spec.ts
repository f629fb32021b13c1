import { describe, expect, test } from '@jest/globals';
import { MemoryEventStore } from '@ledgerline/adapter-memory';
import { nodeCryptography } from '@ledgerline/adapter-crypto';
import type { Principal } from '@ledgerline/contracts';
import type { Ledgerline } from '@ledgerline/host';
import { sealCommit, streamName, type Position } from '@ledgerline/kernel';
import { feedPage } from './feed-page.js';

const at = '2026-03-02T00:00:00.000Z';
const meta = { at, recordedAt: at, actor: { kind: 'system', id: 's' }, site: 'main', correlation: 'c' } as const;
const auditor: Principal = { kind: 'token', id: 'r', roles: ['auditor'], departments: [] };
const handler: Principal = { kind: 'person', id: 'h', roles: ['handler'], departments: ['quality'] };

/** Commits of so many public events each, on streams of their own. */
async function logOf(sizes: readonly number[]): Promise<MemoryEventStore> {
  const store = new MemoryEventStore();
  for (const [place, size] of sizes.entries()) {
    const types = size === 0 ? ['DeadlineWarned'] : Array.from({ length: size }, () => 'TicketAnswered');
    const events = types.map((type, n) => ({ id: `c${place}.${n + 1}`, version: n + 1, type, schema: 1, data: {}, meta }));
    await store.append(sealCommit({ format: 1, stream: streamName('ticket', `t${place}`), first: 1, command: `c${place}`, digest: 'd', previous: null, events }, nodeCryptography)); // prettier-ignore
  }
  return store;
}

function ledgerlineOf(store: MemoryEventStore, sees: (ticket: string) => boolean = () => true): Ledgerline {
  const ask = (_service: string, _call: string, { body }: { readonly body: { readonly idOrNumber: string } }) =>
    Promise.resolve({ kind: sees(body.idOrNumber) ? 'ticket' : 'problem' });
  return { store, ask, configuration: { site: 'main' } } as unknown as Ledgerline;
}

async function pages(store: MemoryEventStore, limit: number, principal = auditor, sees?: (ticket: string) => boolean) {
  const found: string[][] = [];
  for (let after: Position | undefined; ;) {
    const { items, next } = await feedPage({ after, limit }, principal, ledgerlineOf(store, sees));
    found.push(items.map(({ id }) => id));
    if (next === null) return found;
    after = next;
  }
}

describe('a page of the feed', () => {
  const sizes = Array.from({ length: 700 }, (_, place) => (place * 7) % 4);
  const total = sizes.reduce((sum, size) => sum + size, 0);

  test.each([1, 3, 7, 50, 200])('has up to %i events, and no commit is cut', async (limit) => {
    const found = await pages(await logOf(sizes), limit);
    expect(found.flat()).toHaveLength(total);
    expect(new Set(found.flat()).size).toBe(total);
    for (const page of found) expect(page.length).toBeLessThanOrEqual(Math.max(limit, 3));
    if (limit >= 3) for (const page of found.slice(0, -2)) expect(page.length).toBeGreaterThan(limit - 3);
  });

  test('is full though hundreds of commits in between have nothing public', async () => {
    const store = await logOf([1, ...Array.from({ length: 900 }, () => 0), 1, 1]);
    expect((await pages(store, 2)).map(({ length }) => length)).toEqual([2, 1]);
  });

  test('is bounded work for whoever sees little: it comes empty, with the place to go on at', async () => {
    const store = await logOf(Array.from({ length: 500 }, () => 1));
    const found = await pages(store, 50, handler, (ticket) => ticket === 't450');
    expect(found.flat()).toEqual(['t450/c450.1']);
    expect(found.length).toBe(3);
  });

  test('of an empty log is empty and the last', async () => {
    const store = new MemoryEventStore();
    expect(await feedPage({ after: undefined, limit: 10 }, auditor, ledgerlineOf(store))).toEqual({ items: [], next: null, position: await store.end() }); // prettier-ignore
  });
});
