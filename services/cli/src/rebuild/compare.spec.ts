import { describe, expect, test } from '@jest/globals';
import { MemoryReadModels } from '@ledgerline/adapter-memory';
import { erased, type CollectionDefinition, type Position, type StoredDocument } from '@ledgerline/kernel';
import { WrongUse } from '../outcome.js';
import { compareDocuments, compareRows } from './compare.js';
import { chosen } from './read-model-work.js';

interface Task {
  readonly names: readonly string[];
}
const definition: CollectionDefinition<Task> = {
  name: 'tasks',
  version: 1,
  fields: { name: 'string' },
  indexes: [['name']],
  rows: ({ names }) => names.map((name) => ({ name })),
  personal: [],
};
const task = (id: string, names: readonly string[] | undefined, version = 1): StoredDocument<Task> => ({
  id,
  document: names && { names },
  versions: { [`ticket.${id}`]: version },
});
const byId = (documents: readonly StoredDocument<Task>[]) => new Map(documents.map((document) => [document.id, document]));

async function stored(documents: readonly StoredDocument<Task>[]) {
  const collection = await new MemoryReadModels().collection(definition);
  await collection.write(documents, { position: 'm.1.1' as Position, owner: await collection.claim() });
  return collection;
}

describe('documents', () => {
  const differences = async (there: readonly StoredDocument<Task>[], expected: readonly StoredDocument<Task>[]) => {
    const wanted = byId(expected);
    return (await compareDocuments(await stored(there), async (id) => wanted.get(id), wanted.keys())).differences;
  };

  test('that are equal, tombstones too', async () => {
    const all = [task('a', ['x']), task('b', undefined)];
    expect(await differences(all, all)).toEqual([]);
  });

  test.each([
    ['missing', [], [task('a', ['x'])]],
    ['surplus', [task('a', ['x'])], []],
    ['differs', [task('a', ['x'])], [task('a', ['y'])]],
    ['differs', [task('a', undefined)], [task('a', ['y'])]],
    ['ahead', [task('a', ['x'], 3)], [task('a', ['y'], 2)]],
    ['behind', [task('a', ['x'], 2)], [task('a', ['y'], 3)]],
  ])('%s', async (what, there, expected) => {
    expect(await differences(there, expected)).toEqual([{ id: 'a', what }]);
  });
});

describe('documents of somebody who was erased', () => {
  type Told = Readonly<Record<string, unknown>>;
  const told = (document: Told) => ({ id: 'a', document, versions: { 'ticket.a': 1 } }) as unknown as StoredDocument<Task>;
  const differences = async (there: Told, wanted: Told) =>
    (await compareDocuments(await stored([{ ...task('a', []), ...told({ names: [], ...there }) }]), async () => told({ names: [], ...wanted }), ['a'], ['subject', 'location'])).differences;

  test('are the same whether what was cleared had ever been there', async () => {
    expect(await differences({ subject: erased }, { subject: erased, location: erased })).toEqual([]);
  });

  test('differ where one still says what the other has lost, and in all that is not personal', async () => {
    const differs = [{ id: 'a', what: 'differs' }];
    expect(await differences({ subject: 'still there' }, { subject: erased })).toEqual(differs);
    expect(await differences({ status: 'open' }, { status: 'closed' })).toEqual(differs);
    expect(await differences({ status: erased }, {})).toEqual(differs);
  });
}); // prettier-ignore

describe('rows', () => {
  const differences = async (there: readonly StoredDocument<Task>[], expected: readonly StoredDocument<Task>[]) =>
    (await compareRows(await stored(there), definition, byId(expected))).differences;

  test('that are as their documents want them, over many pages', async () => {
    const all = Array.from({ length: 900 }, (_, n) => task(`t${n}`, ['x', `y${n}`]));
    expect(await compareRows(await stored(all), definition, byId(all))).toEqual({ rows: 1_800, differences: [] });
  });

  test.each([
    ['one less', [task('a', ['x'])], [task('a', ['x', 'y'])]],
    ['one more', [task('a', ['x', 'x'])], [task('a', ['x'])]],
    ['another value', [task('a', ['x'])], [task('a', ['y'])]],
    ['of a document that should not be', [task('a', ['x'])], []],
  ])('%s', async (_what, there, expected) => {
    expect(await differences(there, expected)).toEqual([{ id: 'a', what: 'rows-differ' }]);
  });
});

describe('names of read models', () => {
  const projections = ['tickets', 'accounts'].map((name) => ({ collection: { name } })) as never;
  test('are looked up', () => {
    expect(chosen(projections, ['accounts'], false)).toHaveLength(1);
    expect(chosen(projections, [], true)).toHaveLength(2);
  });
  test.each([
    [[], false],
    [['tickets'], true],
    [['tickest'], false],
  ] as const)('%j with --all %s is wrong use', (names, all) => {
    expect(() => chosen(projections, names, all)).toThrow(WrongUse);
    expect(() => chosen(projections, names, all)).toThrow('tickets, accounts');
  });
});
