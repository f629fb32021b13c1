import type { Ledgerline } from '@ledgerline/host';
import type { CollectionDefinition, Query } from '@ledgerline/kernel';

/** Documents looked at in one go. */
const atOnce = 1_000;

/** A list that is short enough to be looked through, however many pages it has. */
export async function* everyDocument<Document>(
  definition: CollectionDefinition<Document>,
  query: Pick<Query, 'where' | 'sort'>,
  ledgerline: Pick<Ledgerline, 'live'>,
): AsyncGenerator<{ readonly id: string; readonly document: Document }> {
  const collection = await ledgerline.live(definition);
  for (let cursor: string | undefined; ;) {
    const page = await collection.find({ ...query, limit: atOnce, ...(cursor === undefined ? {} : { cursor }) });
    yield* page.items;
    if (page.next === undefined) return;
    cursor = page.next;
  }
}
