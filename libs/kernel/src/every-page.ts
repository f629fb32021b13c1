import type { Collection, Page, Query, RowPage } from './read-models.js';

/** Where a walk along a list is; nothing of it at the beginning. */
export interface PlaceOnList {
  readonly cursor?: string;
}

/** Page after page of a list until its end, each asked for when the one before is done with. */
export async function* everyPage<OnePage extends { readonly next?: string | null | undefined }>(
  ask: (at: PlaceOnList) => Promise<OnePage>,
): AsyncGenerator<OnePage> {
  for (let at: PlaceOnList = {}; ;) {
    const page = await ask(at);
    yield page;
    if (page.next === undefined || page.next === null) return;
    at = { cursor: page.next };
  }
}

type Whole = Pick<Query, 'where' | 'sort'>;
/** Of a page of the system's own. */
const atOnce = 1_000;

/** All documents of a read model that match; for lists that may be looked through, however many pages they have. */
export async function* everyDocument<Document>(
  collection: Pick<Collection<Document>, 'find'>,
  query: Whole,
): AsyncGenerator<Page<Document>['items'][number]> {
  for await (const { items } of everyPage((at) => collection.find({ ...query, limit: atOnce, ...at }))) yield* items;
}

/** All rows that match, without their documents. */
export async function* everyRow(
  collection: Pick<Collection<never>, 'findRows'>,
  query: Whole,
): AsyncGenerator<RowPage['items'][number]> {
  for await (const { items } of everyPage((at) => collection.findRows({ ...query, limit: atOnce, ...at }))) yield* items;
}
