import type { Collection, Query, RowPage } from '@ledgerline/kernel';

/** Rows of a page: for the system's own use. */
const aPage = 1_000;

/** All rows that match, page by page, without their documents. */
export async function* everyRow(
  collection: Pick<Collection<never>, 'findRows'>,
  query: Pick<Query, 'where' | 'sort'>,
): AsyncGenerator<RowPage['items'][number]> {
  for (let cursor: string | undefined; ;) {
    const page = await collection.findRows({ ...query, limit: aPage, ...(cursor === undefined ? {} : { cursor }) });
    yield* page.items;
    cursor = page.next;
    if (cursor === undefined) return;
  }
}
