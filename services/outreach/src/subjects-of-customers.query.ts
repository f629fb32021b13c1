import type { Ledgerline } from '@ledgerline/host';
import { everyRow } from '@ledgerline/kernel';
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
    for await (const { id } of everyRow(calls, { where: { kind: 'call', customer }, sort: ['listedAt'] })) ids.add(id);
    for await (const { id } of everyRow(pursuits, { where: { kind: 'pursuit', customer } })) ids.add(id);
  }
  return { kind: 'subjects', ids: [...ids] };
}
