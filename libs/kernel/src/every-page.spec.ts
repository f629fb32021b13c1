import { expect, test } from '@jest/globals';
import { everyDocument, everyPage, everyRow } from './every-page.js';

/** A list of so many pages of two, which says what it was asked. */
function aList(pages: number) {
  const asked: (string | undefined)[] = [];
  const page = ({ cursor }: { readonly cursor?: string }) => {
    asked.push(cursor);
    const n = Number(cursor ?? 0);
    return Promise.resolve({ items: [2 * n, 2 * n + 1], next: n + 1 < pages ? String(n + 1) : undefined });
  };
  return { asked, page };
}

test('each page is asked for where the one before ends, and no further', async () => {
  const { asked, page } = aList(3);
  const items = [];
  for await (const one of everyPage(page)) items.push(...one.items);
  expect([items, asked]).toEqual([
    [0, 1, 2, 3, 4, 5],
    [undefined, '1', '2'],
  ]);
});

test('an end that is told as null is one; who stops asks for no more', async () => {
  const ended = [];
  for await (const page of everyPage(() => Promise.resolve({ next: null }))) ended.push(page);
  expect(ended).toEqual([{ next: null }]);
  const { asked, page } = aList(3);
  for await (const one of everyPage(page)) if (one.items.includes(2)) break;
  expect(asked).toEqual([undefined, '1']);
});

test('documents and rows come one by one, by the same query on every page', async () => {
  const queries: object[] = [];
  const { page } = aList(2);
  const look = (query: { readonly cursor?: string }) => {
    queries.push(query);
    return page(query);
  };
  const collection = { find: look, findRows: look } as never;
  const query = { where: { kind: 'x' }, sort: ['code'] };
  for (const every of [everyDocument, everyRow]) {
    const found = [];
    for await (const one of every(collection, query)) found.push(one);
    expect(found).toEqual([0, 1, 2, 3]);
    expect(queries.splice(0)).toEqual([
      { ...query, limit: 1_000 },
      { ...query, limit: 1_000, cursor: '1' },
    ]);
  }
});
