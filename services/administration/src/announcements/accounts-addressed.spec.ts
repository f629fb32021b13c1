import { expect, test } from '@jest/globals';
import { accountsAddressed } from './accounts-addressed.js';

interface Asked {
  readonly limit: number;
  readonly cursor?: string;
}

/** Lists of whom there are, in pages as long as they are asked for. */
function house(lists: Readonly<Record<string, readonly { readonly id: string }[]>>) {
  const live = ({ name }: { readonly name: string }) =>
    Promise.resolve({
      find: ({ limit, cursor = '0' }: Asked) => {
        const [all, from] = [lists[name] ?? [], Number(cursor)];
        const items = all.slice(from, from + limit).map((document) => ({ id: document.id, document }));
        return Promise.resolve({ items, next: from + limit < all.length ? String(from + limit) : undefined });
      },
    });
  return { live } as never;
}

test('a site is all of its departments, however many there are, and whoever works in one', async () => {
  const code = (n: number) => `d${String(n).padStart(5, '0')}`;
  const departments = Array.from({ length: 2_100 }, (_, n) => ({
    id: code(n),
    code: code(n),
    site: n % 2 === 0 ? 'main' : 'harbin',
  }));
  const accounts = Array.from({ length: 2_100 }, (_, n) => ({
    id: `a${n}`,
    roles: n === 7 ? [] : ['agent'],
    departments: [code(n)],
    unrestricted: false,
    deactivated: n === 9,
  }));
  const addressed = await accountsAddressed({ sites: ['harbin'] }, house({ departments, accounts }));
  expect([addressed.length, addressed[0], addressed.at(-1)]).toEqual([1_048, 'a1', 'a2099']);
  expect(await accountsAddressed({ everybody: true }, house({ accounts }))).toHaveLength(2_098);
});
