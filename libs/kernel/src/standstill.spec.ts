import { expect, test } from '@jest/globals';
import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { MemoryEventStore, MemoryReadModels, MemoryVault } from '@ledgerline/adapter-memory';
import { sampleCommit } from './contracts/index.js';
import {
  EventCodec, eventCatalogue, KeyRing, runProjection, StandsStill,
  type Collection, type CollectionDefinition, type Projection,
} from './index.js'; // prettier-ignore

interface Heard {
  readonly text: string;
}
const collection: CollectionDefinition<Heard> = {
  name: 'heard',
  version: 1,
  fields: { text: 'string' },
  indexes: [['text']],
  rows: ({ text }) => [{ text }],
  personal: [],
};
const hearing: Projection<Heard> = {
  collection,
  categories: ['ticket'],
  keys: ({ stream }) => [stream],
  apply: (_before, { data }) => {
    const { text } = data as Heard;
    if (text === 'poison') throw new TypeError(`cannot hear ${text}`);
    return { text };
  },
};
const codec = new EventCodec(
  eventCatalogue([{ type: 'contract.happened', schema: 1 }]),
  nodeCryptography,
  new KeyRing(new MemoryVault()),
);

async function logOf(...texts: readonly string[]) {
  const store = new MemoryEventStore();
  for (const [n, text] of texts.entries()) await store.append(sampleCommit(`ticket.t${n}`, undefined, { text }));
  return store;
}

async function outcome(store: MemoryEventStore, read: Collection<Heard>, projection = hearing): Promise<unknown> {
  const { signal } = new AbortController();
  try {
    return await runProjection(projection, read, { store, codec }, { signal });
  } catch (error) {
    return error;
  }
}
const idsIn = async (read: Collection<Heard>) => (await read.scan(undefined, 100)).map(({ id }) => id);

test('a commit that cannot be applied is named, and everything before it is in the read model', async () => {
  const store = await logOf('a', 'b', 'poison', 'c');
  const read = await new MemoryReadModels().collection(collection);
  const error = await outcome(store, read);
  expect(error).toBeInstanceOf(StandsStill);
  expect((error as Error).message).toMatch(/^heard cannot take ticket\.t2, version 1, at \S+ \(TypeError\)$/);
  expect((error as StandsStill).cause).toMatchObject({ message: 'cannot hear poison' });
  expect(await idsIn(read)).toEqual(['ticket.t0', 'ticket.t1']);
  expect((await read.checkpoint())?.position).toBe((error as StandsStill).before);
  expect(((await outcome(store, read)) as StandsStill).before).toBe((error as StandsStill).before);
});

test('nothing is passed over: a version that takes it goes on with it', async () => {
  const store = await logOf('a', 'poison', 'c');
  const read = await new MemoryReadModels().collection(collection);
  await outcome(store, read);
  const stop = new AbortController();
  const end = await store.end();
  const able: Projection<Heard> = { ...hearing, apply: (_before, { data }) => data as unknown as Heard };
  await runProjection(able, read, { store, codec }, { signal: stop.signal, onBatch: (at) => store.compare(at, end) >= 0 && stop.abort() });
  expect((await read.scan(undefined, 10)).map(({ document }) => document?.text)).toEqual(['a', 'poison', 'c']);
}); // prettier-ignore

test('what the store refuses of one commit alone is that commit’s; where it takes nothing at all, it is the store’s', async () => {
  const store = await logOf('a', 'b', 'unfit');
  const read = await new MemoryReadModels().collection(collection);
  const refusing = (isRefused: (texts: readonly unknown[]) => boolean): Collection<Heard> =>
    Object.assign(Object.create(read) as Collection<Heard>, {
      write: (changes: readonly { readonly document: Heard | undefined }[], checkpoint: never) =>
        isRefused(changes.map(({ document }) => document?.text)) ? Promise.reject(new Error('disk I/O')) : read.write(changes as never, checkpoint),
    });
  expect(await outcome(store, refusing((texts) => texts.includes('unfit')))).toBeInstanceOf(StandsStill);
  const sick = await outcome(store, refusing(() => true));
  expect(sick).not.toBeInstanceOf(StandsStill);
  expect(sick).toMatchObject({ message: 'disk I/O' });
}); // prettier-ignore
