import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { linesOf } from '../api/ticket-queries.ts';
import type { Page, TicketView } from '../api/views.ts';
import { ownCalls } from '../calls/own-calls.ts';
import type { Change } from './change-stream.ts';
import { touch } from './touched.ts';

type Loaded = InfiniteData<Page<TicketView>, unknown>;

/** Pages that are asked for anew as a whole; of a list scrolled further down, the changed rows alone. */
const shortList = 2;
const mostRows = 200;
/** Counts and notices are asked for at most this often, in milliseconds. */
const countsEvery = 2_000;
let countsAt = 0;
let countsLater: ReturnType<typeof setTimeout> | undefined;

/** Brings what is on the screen up to date with the changed tickets, row by row, without a flicker. */
export function refresh(client: QueryClient, changes: readonly Change[]): void {
  const versions = new Map(changes.map(({ id, version }) => [id, version]));
  touch([...versions.keys()]);
  for (const [id, version] of versions) {
    const known = client.getQueryData<TicketView>(['ticket', id]);
    if (known === undefined || known.version < version) void client.invalidateQueries({ queryKey: ['ticket', id] });
  }
  for (const [queryKey, data] of client.getQueriesData<Loaded>({ queryKey: ['tickets', 'list'] })) {
    if (!data) continue;
    if (data.pages.length <= shortList) void client.invalidateQueries({ queryKey, exact: true });
    else void refreshRows(client, queryKey, versions);
  }
  refreshCounts(client);
}

/** Something may have been missed. */
export function refreshAll(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: ['tickets'] });
  void client.invalidateQueries({ queryKey: ['ticket'] });
  void client.invalidateQueries({ queryKey: ['notices'] });
  void client.invalidateQueries({ queryKey: ['campaigns'] });
  void client.invalidateQueries({ queryKey: [ownCalls] });
}

async function refreshRows(
  client: QueryClient,
  queryKey: readonly unknown[],
  versions: ReadonlyMap<string, number>,
): Promise<void> {
  const shown = client.getQueryData<Loaded>(queryKey)?.pages.flatMap(({ items }) => items) ?? [];
  const stale = shown.filter(({ id, version }) => (versions.get(id) ?? 0) > version).slice(0, mostRows);
  const { items } = await linesOf(stale.map(({ id }) => id));
  const byId = new Map(items.map((line) => [line.id, line]));
  client.setQueryData<Loaded>(queryKey, (before) => {
    if (!before) return before;
    const pages = before.pages.map((page) => ({ ...page, items: page.items.map((item) => ({ ...item, ...byId.get(item.id) })) }));
    return { ...before, pages };
  });
}

function refreshCounts(client: QueryClient): void {
  clearTimeout(countsLater);
  const wait = Math.max(0, countsAt + countsEvery - Date.now());
  countsLater = setTimeout(() => {
    countsAt = Date.now();
    void client.invalidateQueries({ queryKey: ['tickets', 'count'] });
    void client.invalidateQueries({ queryKey: ['notices'] });
  }, wait);
}
