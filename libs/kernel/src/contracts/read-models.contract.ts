import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Position } from '../position.js';
import { Fenced, InvalidCursor, UndeclaredQuery, type Collection, type Condition, type IndexValue, type Query, type ReadModels, type Row, type StoredDocument } from '../read-models.js'; // prettier-ignore
import { queryTermsOf, termsOf } from '../words.js';
import { sampleCollection, sampleDocuments, type SampleDocument } from './sample-projection.js';

export interface ReadModelsHarness {
  readonly readModels: ReadModels;
  reopen?(): Promise<ReadModels>;
  close(): Promise<void>;
}

type Expected = readonly { readonly id: string; readonly n: number; readonly row: Row }[];

/** The contract of ReadModels. `open` gives an empty store each time. */
export function readModelsContract(name: string, open: () => Promise<ReadModelsHarness>): void {
  describe(`ReadModels: ${name}`, () => {
    let harness: ReadModelsHarness;
    let readModels: ReadModels;
    let collection: Collection<SampleDocument>;
    let owner: number;
    const documents = sampleDocuments(84);
    const position = (n: number) => `main.e1.${n}` as Position;
    const storedOf = (id: string, document: SampleDocument | undefined, version = 1): StoredDocument<SampleDocument> => ({
      id,
      document,
      versions: { [`ticket.${id}`]: version },
    });
    /** Not in the order of their ids. */
    const fill = () =>
      collection.write(
        [...documents].toSorted(([a], [b]) => compare([a.split('').toReversed().join('')], [b.split('').toReversed().join('')])).map(([id, document]) => storedOf(id, document)), // prettier-ignore
        { position: position(1), owner },
      );

    beforeEach(async () => {
      harness = await open();
      readModels = harness.readModels;
      collection = await readModels.collection(sampleCollection);
      owner = await collection.claim();
    });
    afterEach(() => harness.close());

    const everything = async (
      query: Omit<Query, 'limit' | 'cursor'>,
      limit = 7,
    ): Promise<readonly { id: string; row: Row }[]> => {
      const items: { id: string; row: Row }[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await collection.find({ ...query, limit, ...(cursor === undefined ? {} : { cursor }) });
        expect(page.items.length).toBeLessThanOrEqual(limit);
        const rows = await collection.findRows({ ...query, limit, ...(cursor === undefined ? {} : { cursor }) });
        expect(rows.items).toEqual(page.items.map(({ id, row }) => ({ id, row })));
        expect(rows.next).toBe(page.next);
        for (const { id, row, document } of page.items) {
          expect(document).toEqual(documents.get(id));
          items.push({ id, row });
        }
        if (page.next === undefined) return items;
        cursor = page.next;
      }
    };

    test('keeps documents with the versions of their streams', async () => {
      await fill();
      for (const [id, document] of documents) expect(await collection.get(id)).toEqual(storedOf(id, document));
      const [one, two] = [...documents.keys()] as [string, string];
      const many = await collection.getMany([one, 'nobody', two]);
      expect([...many.keys()].sort()).toEqual([one, two].sort());
      expect(await collection.get('nobody')).toBeUndefined();
    });

    test('gives rows without reading their documents', async () => {
      await fill();
      const ids = [...documents.keys()].slice(0, 20);
      const rows = await collection.rowsOf([...ids, 'nobody']);
      expect([...rows.keys()].sort()).toEqual(ids.toSorted());
      for (const id of ids) expect(rows.get(id)).toEqual(sampleCollection.rows(documents.get(id) as SampleDocument));
    });

    test.each<[string, Omit<Query, 'limit'>]>([
      ['equal fields', { where: { scope: 'north', owner: 'ann' } }],
      ['an order', { where: { scope: 'all' }, sort: ['weight'] }],
      ['an order downwards', { where: { scope: 'north' }, sort: ['-weight'] }],
      ['an order of texts by code points', { where: { scope: 'all' }, sort: ['owner'] }],
      ['two fields of an order downwards', { where: { scope: 'south' }, sort: ['-owner', '-weight'] }],
      ['a boolean', { where: { scope: 'all', urgent: true }, sort: ['-weight'] }],
      ['a range', { where: { scope: 'all', weight: { from: 0, before: 8 } }, sort: ['weight'] }],
      ['a list', { where: { scope: 'north', owner: { in: ['Ann', '李雷', 'nobody'] } }, sort: ['weight'] }],
      ['terms', { where: { scope: 'north' }, terms: queryTermsOf('漏水') }],
      ['terms of two scripts, in an order', { where: { scope: 'all' }, sort: ['-weight'], terms: queryTermsOf('light 路灯') }],
      ['an empty text as a value', { where: { scope: 'all', owner: '' }, sort: ['weight'] }],
    ])('finds by %s, page after page, nothing twice and nothing missing', async (_, query) => {
      await fill();
      const expected = answer(documents, query);
      expect(expected.length).toBeGreaterThan(3);
      expect(tiesById(await everything(query), query)).toEqual(expected.map(({ id, row }) => ({ id, row })));
      expect(await collection.count(query)).toBe(expected.length);
      expect(await collection.count(query, 3)).toBe(3);
    });

    test('indexes that leave out what stands for none find everything else, as it changes', async () => {
      const sparse = { ...sampleCollection, name: 'sparse-documents', indexes: [['scope', 'weight'], ['scope', 'owner', 'urgent']], none: { owner: '' } }; // prettier-ignore
      const some = await readModels.collection(sparse);
      const epoch = await some.claim();
      const sample = [...documents.values()][0] as SampleDocument;
      const owners = ['', 'Ann', 'Bob', '', "O'Neill", 'Ann'];
      for (const shift of [0, 1, 2]) {
        const owned = owners.map((_, place) => ({ ...sample, owner: owners[(place + shift) % owners.length] as string }));
        const changes = owned.map((document, place) => storedOf(`s${place}`, document, shift + 1));
        await some.write(changes, { position: position(shift + 1), owner: epoch });
        const ids = async (query: Omit<Query, 'limit'>) =>
          (await some.findRows({ ...query, limit: 50 })).items.map(({ id }) => id);
        const having = (fits: (owner: string) => boolean) =>
          owned.flatMap(({ owner }, place) => (fits(owner) ? [`s${place}`] : []));
        for (const [condition, fits] of [
          ['Ann', (owner) => owner === 'Ann'],
          ["O'Neill", (owner) => owner === "O'Neill"],
          [{ in: ['Bob', 'Ann'] }, (owner) => owner === 'Bob' || owner === 'Ann'],
        ] as readonly (readonly [Condition, (owner: string) => boolean])[]) {
          const sort = [typeof condition === 'string' ? 'urgent' : 'weight'];
          expect((await ids({ where: { scope: 'all', owner: condition }, sort })).toSorted()).toEqual(having(fits));
          expect(await some.count({ where: { scope: 'all', owner: condition } })).toBe(having(fits).length);
        }
        expect(await ids({ where: { scope: 'all', owner: { from: 'B' } }, sort: ['owner'] })).toEqual([
          ...having((owner) => owner === 'Bob'),
          ...having((owner) => owner === "O'Neill"),
        ]);
        expect(await ids({ where: { scope: 'all', owner: '' }, sort: ['weight'] })).toEqual(having((owner) => owner === ''));
        await expect(ids({ where: { scope: 'all', owner: '' }, sort: ['urgent'] })).rejects.toThrow(UndeclaredQuery);
        await expect(ids({ where: { scope: 'all' }, sort: ['owner'] })).rejects.toThrow(UndeclaredQuery);
      }
    });

    test('a page goes on where it stopped although rows were added before and after', async () => {
      await fill();
      const query = { where: { scope: 'all' }, sort: ['weight'], limit: 50 };
      const first = await collection.find(query);
      const added = { ...([...documents.values()][0] as SampleDocument), departments: [] };
      await collection.write([storedOf('a0', { ...added, weight: -99 }), storedOf('z9', { ...added, weight: 2_000_000 })], {
        position: position(2),
        owner,
      });
      const found = [...first.items];
      for (let cursor = first.next; cursor !== undefined;) {
        const page = await collection.find({ ...query, cursor });
        found.push(...page.items);
        cursor = page.next;
      }
      const old = answer(documents, query).map(({ id }) => id);
      expect(tiesById(found, query).map(({ id }) => id)).toEqual([...old, 'z9']);
    });

    test('a document that changes leaves the rows and terms it had', async () => {
      await fill();
      const [id, document] = [...documents].find(
        ([, { departments, words }]) => departments.length === 3 && words.includes('漏水'),
      ) as [string, SampleDocument];
      const changed = { ...document, departments: ['west'], words: 'altogether other' };
      await collection.write([storedOf(id, changed, 2)], { position: position(2), owner });
      const idsBy = async (query: Omit<Query, 'limit'>) =>
        (await collection.find({ ...query, limit: 200 })).items.map((item) => item.id);
      expect(await idsBy({ where: { scope: 'east' }, sort: ['weight'] })).not.toContain(id);
      expect(await idsBy({ where: { scope: 'west' }, sort: ['weight'] })).toEqual([id]);
      expect(await idsBy({ where: { scope: 'all' }, terms: queryTermsOf('漏水') })).not.toContain(id);
      expect(await idsBy({ where: { scope: 'west' }, terms: ['altogether'] })).toEqual([id]);
      expect(await collection.get(id)).toEqual(storedOf(id, changed, 2));
    });

    test('the words of many documents change in one batch, or go altogether, batch after batch', async () => {
      await fill();
      const some = [...documents].filter(([, { words }]) => words !== '').slice(0, 24);
      const idsBy = async (terms: readonly string[]) =>
        (await collection.find({ where: { scope: 'all' }, terms, limit: 200 })).items.map(({ id }) => id).sort();
      for (let round = 2; round < 6; round += 1) {
        const words = (place: number) => (place % 3 === round % 3 ? '' : `round${round} fountain`);
        const changes = some.map(([id, document], place) =>
          storedOf(id, { ...document, words: words(place), weight: round }, round),
        );
        await collection.write(changes, { position: position(round), owner });
        const found = some.filter((_one, place) => words(place) !== '').map(([id]) => id).sort(); // prettier-ignore
        expect([await idsBy([`round${round}`]), await idsBy([`round${round - 1}`])]).toEqual([found, []]);
      }
    });

    test('a document that changes again and again is found by what it is, not by what it was', async () => {
      const sample = [...documents.values()][0] as SampleDocument;
      const steps: readonly (SampleDocument | undefined)[] = [
        { ...sample, departments: ['north', 'south'], weight: 1 },
        { ...sample, departments: ['north', 'south'], weight: 2 },
        { ...sample, departments: ['south'], weight: 2, owner: 'nobody' },
        undefined,
        { ...sample, departments: ['east', 'north', 'south'], weight: 3 },
        { ...sample, departments: ['south', 'north', 'east'], weight: 3, urgent: !sample.urgent },
        { ...sample, departments: [], weight: 4 },
      ];
      for (const [place, document] of steps.entries()) {
        const now = new Map(document === undefined ? [] : [['d1', document]]);
        await collection.write([storedOf('d1', document, place + 1)], { position: position(place + 1), owner });
        if (place === 4) owner = await collection.claim();
        for (const scope of ['all', 'north', 'south', 'east', 'west']) {
          const query = { where: { scope }, sort: ['weight'] };
          const found = (await collection.find({ ...query, limit: 50 })).items.map(({ id, row }) => ({ id, row }));
          expect(tiesById(found, query)).toEqual(answer(now, query).map(({ id, row }) => ({ id, row })));
        }
      }
    });

    test('a deleted document leaves a tombstone that no query finds', async () => {
      await fill();
      const [id] = [...documents.keys()] as [string];
      await collection.write([storedOf(id, undefined, 2)], { position: position(2), owner });
      expect(await collection.get(id)).toEqual({ id, document: undefined, versions: { [`ticket.${id}`]: 2 } });
      expect((await collection.find({ where: { scope: 'all' }, limit: 200 })).items.map((item) => item.id)).not.toContain(id);
      expect(await collection.count({ where: { scope: 'all' } })).toBe(documents.size - 1);
    });

    test('refuses a query that no index serves, and fields that are none', async () => {
      await expect(collection.find({ where: { owner: 'Ann' }, limit: 5 })).rejects.toThrow(UndeclaredQuery);
      await expect(collection.find({ where: { scope: 'all' }, sort: ['urgent', 'owner'], limit: 5 })).rejects.toThrow(
        UndeclaredQuery,
      );
      await expect((async () => collection.count({ where: { colour: 'red' } }))()).rejects.toThrow(UndeclaredQuery);
    });

    test.each(['', 'nonsense', '%%%', Buffer.from('[1,2,3]').toString('base64url'), Buffer.from('{}').toString('base64url')])(
      'refuses the cursor %p',
      async (cursor) => {
        await fill();
        await expect(collection.find({ where: { scope: 'all' }, limit: 5, cursor })).rejects.toThrow(InvalidCursor);
      },
    );

    test('refuses the cursor of another query', async () => {
      await fill();
      const { next } = await collection.find({ where: { scope: 'all' }, sort: ['weight'], limit: 5 });
      const other = { where: { scope: 'north' }, sort: ['weight'], limit: 5, cursor: next as string };
      await expect(collection.find(other)).rejects.toThrow(InvalidCursor);
    });

    test('scans everything by id, tombstones too', async () => {
      await fill();
      const [gone] = [...documents.keys()] as [string];
      await collection.write([storedOf(gone, undefined, 2)], { position: position(2), owner });
      const ids: string[] = [];
      for (let after: string | undefined; ;) {
        const page = await collection.scan(after, 30);
        if (page.length === 0) break;
        ids.push(...page.map(({ id }) => id));
        after = page.at(-1)?.id;
      }
      expect(ids).toEqual([...documents.keys()].sort());
    });

    test('an owner that was succeeded writes nothing more', async () => {
      await fill();
      const successor = await collection.claim();
      expect(successor).toBeGreaterThan(owner);
      const [id, document] = [...documents][0] as [string, SampleDocument];
      await expect(collection.write([storedOf(id, document, 9)], { position: position(9), owner })).rejects.toThrow(Fenced);
      expect(await collection.get(id)).toEqual(storedOf(id, document));
      expect((await collection.checkpoint())?.position).toBe(position(1));
      await collection.write([storedOf(id, document, 2)], { position: position(2), owner: successor });
      expect(await collection.checkpoint()).toEqual({ position: position(2), owner: successor });
    });

    test('owners that claim at once get different epochs', async () => {
      const claimed = await Promise.all(Array.from({ length: 10 }, () => collection.claim()));
      expect(new Set(claimed).size).toBe(10);
    });

    test('a rebuilt generation takes the place of the live one at once', async () => {
      await fill();
      const next = await readModels.collection(sampleCollection, 2);
      expect(next.place).not.toBe(collection.place);
      expect((await readModels.collection(sampleCollection, 2)).place).toBe(next.place);
      const epoch = await next.claim();
      const [id, document] = [...documents][0] as [string, SampleDocument];
      await next.write([storedOf(id, document)], { position: position(5), owner: epoch });
      expect(await readModels.live(sampleCollection as never)).toBe(1);
      await readModels.replace(sampleCollection as never, 2);
      expect(await readModels.live(sampleCollection as never)).toBe(2);
      await expect(readModels.drop(sampleCollection as never, 2)).rejects.toThrow(TypeError);
      await readModels.drop(sampleCollection as never, 1);
      const empty = await readModels.collection(sampleCollection, 1);
      expect(await empty.count({ where: { scope: 'all' } })).toBe(0);
      expect(await empty.checkpoint()).toBeUndefined();
      expect(await next.count({ where: { scope: 'all' } })).toBe(1);
    });

    test('everything is there after opening again', async () => {
      await fill();
      if (!harness.reopen) return;
      readModels = await harness.reopen();
      collection = await readModels.collection(sampleCollection);
      expect(await everything({ where: { scope: 'all' }, sort: ['weight'] }, 50)).toHaveLength(documents.size);
      expect(await collection.checkpoint()).toEqual({ position: position(1), owner });
    });
  });
}

/** What a query should find, worked out without a store. */
function answer(
  documents: ReadonlyMap<string, SampleDocument>,
  { where, sort = [], terms = [] }: Omit<Query, 'limit'>,
): Expected {
  const { fields, sign } = orderOf(sort);
  const entries = [...documents].flatMap(([id, document]) => {
    const has = new Set(termsOf(document.words));
    if (!terms.every((term) => has.has(term))) return [];
    return sampleCollection.rows(document).flatMap((row, n) => (matches(row, where) ? [{ id, n, row }] : []));
  });
  const keyOf = ({ id, n, row }: Expected[number]) => [...fields.map((name) => row[name] as IndexValue), id, n];
  return entries.sort((a, b) => sign * compare(keyOf(a), keyOf(b)));
}

function orderOf(sort: readonly string[]) {
  return { fields: sort.map((name) => name.replace(/^-/, '')), sign: sort[0]?.startsWith('-') ? -1 : 1 };
}

/** What was found, as it came but for those that are equal in what was sorted by: these by id, since their order is the store's own. */
function tiesById<Found extends { readonly id: string; readonly row: Row }>(
  found: readonly Found[],
  { sort = [] }: Pick<Query, 'sort'>,
): readonly Found[] {
  const { fields, sign } = orderOf(sort);
  const runs: Found[][] = [];
  const keyOf = ({ row }: Found) => fields.map((name) => row[name] as IndexValue);
  for (const one of found) {
    const last = runs.at(-1)?.[0];
    if (last !== undefined && compare(keyOf(last), keyOf(one)) === 0) runs.at(-1)?.push(one);
    else runs.push([one]);
  }
  return runs.flatMap((run) => run.toSorted((a, b) => sign * compare([a.id], [b.id])));
}

function matches(row: Row, where: Query['where']): boolean {
  return Object.entries(where).every(([name, condition]: [string, Condition]) => {
    const value = row[name] as IndexValue;
    if (typeof condition !== 'object') return value === condition;
    if ('in' in condition) return condition.in.includes(value);
    return (
      (condition.from === undefined || value >= condition.from) && (condition.before === undefined || value < condition.before)
    );
  });
}

function compare(a: readonly IndexValue[], b: readonly IndexValue[]): number {
  for (const [place, value] of a.entries()) {
    const order = compareValues(value, b[place] as IndexValue);
    if (order !== 0) return order;
  }
  return 0;
}

function compareValues(a: IndexValue, b: IndexValue): number {
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return Number(a) - Number(b);
}
