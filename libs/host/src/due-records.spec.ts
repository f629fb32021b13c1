import { expect, test } from '@jest/globals';
import { MemoryReadModels } from '@ledgerline/adapter-memory';
import type { CollectionDefinition } from '@ledgerline/kernel';
import { dueRecords } from './due-records.js';

interface Matter {
  readonly version: number;
  readonly wakes: string;
}
const matters: CollectionDefinition<Matter> = {
  name: 'matters',
  version: 1,
  fields: { wakes: 'string' },
  indexes: [['wakes']],
  rows: ({ wakes }) => [{ wakes }],
  personal: [],
};
const day = (n: number) => `2026-03-0${n}T01:00:00.000Z`;

async function dueOf(kept: Readonly<Record<string, Matter>>, roles: readonly string[], limit = 10) {
  const collection = await new MemoryReadModels().collection(matters);
  const documents = Object.entries(kept).map(([id, document]) => ({ id, document, versions: {} }));
  await collection.write(documents, { position: 'main.e.1' as never, owner: await collection.claim() });
  const stepOf = ({ version }: Matter) => (version === 7 ? undefined : { step: 'remind' });
  const request = { body: { before: day(5), limit }, principal: { roles } };
  return dueRecords(matters, request, { by: 'wakes', stepOf }, { live: () => Promise.resolve(collection) as never });
}

const kept = {
  late: { version: 3, wakes: day(4) },
  later: { version: 7, wakes: day(3) },
  latest: { version: 2, wakes: day(2) },
  never: { version: 1, wakes: '' },
  soon: { version: 4, wakes: day(6) },
};

test('what is due comes as it stood then, what has waited longest first; what is nothing after all does not', async () => {
  const items = [
    { id: 'latest', version: 2, step: 'remind' },
    { id: 'late', version: 3, step: 'remind' },
  ];
  expect(await dueOf(kept, ['system'])).toEqual({ kind: 'due', items });
  expect(await dueOf(kept, ['system'], 1)).toEqual({ kind: 'due', items: items.slice(0, 1) });
});

test('and to nobody else', async () => {
  expect(await dueOf(kept, ['administrator'])).toEqual({ kind: 'problem', code: 'not-allowed' });
});
