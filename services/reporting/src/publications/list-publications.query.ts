import type { Ledgerline } from '@ledgerline/host';
import type { Personal } from '@ledgerline/kernel';
import { publicPlace, ticketListCollection } from '../ticket-list/ticket-list.projection.js';

export interface ListedPublication {
  readonly id: string;
  readonly publishedAt: string;
  readonly kind: string;
  readonly item: string;
  readonly title: Personal<string>;
  readonly text: Personal<string>;
}

/** `GET /public/publications` (R7.2): what anybody may read, newest first. Neither lines nor cursors name a ticket. */
export async function listPublications(
  { body: { limit, cursor } }: { readonly body: { readonly limit: number; readonly cursor?: string } },
  ledgerline: Ledgerline,
) {
  const collection = await ledgerline.live(ticketListCollection);
  const where = { scope: 'publication', ...(cursor === undefined ? {} : { registeredAt: { before: cursor } }) };
  const page = await collection.find({ where, sort: ['-registeredAt'], limit });
  const items = page.items.flatMap(({ document: { publication, kind, item } }): readonly ListedPublication[] => {
    if (publication === undefined) return [];
    const { id, at: publishedAt, title, text } = publication;
    return [{ id, publishedAt, kind, item, title, text }];
  });
  const last = page.items.at(-1)?.document.publication;
  return { kind: 'publications' as const, items, next: page.next === undefined || last === undefined ? null : publicPlace(last) };
}
