import type { Ledgerline } from '@ledgerline/host';
import type { Collection } from '@ledgerline/kernel';
import { callsCollection } from './campaigns/call-list/call-list.projection.js';
import { pursuitsCollection } from './pursuits/pursuit-list/pursuit-list.projection.js';

/** Calls, leads and the rest that is followed up with these customers: what an erasure of theirs has to clear. */
export async function subjectsOfCustomers(
  { body: { customers } }: { readonly body: { readonly customers: readonly string[] } },
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'subjects'; readonly ids: readonly string[] }> {
  const ids = new Set<string>();
  const calls = await ledgerline.live(callsCollection);
  const pursuits = await ledgerline.live(pursuitsCollection);
  for (const customer of customers) {
    for await (const id of idsOf(calls, { kind: 'call', customer }, ['listedAt'])) ids.add(id);
    for await (const id of idsOf(pursuits, { kind: 'pursuit', customer }, [])) ids.add(id);
  }
  return { kind: 'subjects', ids: [...ids] };
}

async function* idsOf(
  collection: Pick<Collection<never>, 'findRows'>,
  where: Readonly<Record<string, string>>,
  sort: readonly string[],
): AsyncGenerator<string> {
  for (let cursor: string | undefined; ;) {
    const page = await collection.findRows({ where, sort, limit: 200, ...(cursor === undefined ? {} : { cursor }) });
    for (const { id } of page.items) yield id;
    cursor = page.next;
    if (cursor === undefined) return;
  }
}
