import { describe, expect, test } from '@jest/globals';
import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { MemoryEventStore, MemoryReadModels, MemoryVault } from '@ledgerline/adapter-memory';
import { catchUp, EventCodec, eventCatalogue, KeyRing, type Projection } from '@ledgerline/kernel';
import { sampleCommit, sampleStream } from '@ledgerline/kernel/contracts';
import { checkProjection } from './check-projection.js';
import { rebuildProjection } from './rebuild-projection.js';

interface Counted {
  readonly count: number;
}
const counting: Projection<Counted> = {
  collection: { name: 'counted', version: 1, fields: { count: 'number' }, indexes: [['count']], rows: ({ count }) => [{ count }], personal: [] },
  categories: ['ticket'],
  keys: ({ stream }) => [stream],
  apply: (document) => ({ count: (document?.count ?? 0) + 1 }),
}; // prettier-ignore
const definition = counting.collection as never;
const projection = counting as Projection;
const events = eventCatalogue([{ type: 'contract.happened', schema: 1 }]);

/** A log of three streams and a read model that has seen them. */
async function filled(length = 4) {
  const [store, readModels] = [new MemoryEventStore(), new MemoryReadModels()];
  for (const name of ['a', 'b', 'c'] as const)
    for (const commit of sampleStream(`ticket.${name}`, length)) await store.append(commit);
  const source = { store, codec: new EventCodec(events, nodeCryptography, new KeyRing(new MemoryVault())) };
  const live = await readModels.collection(counting.collection);
  await catchUp(counting, live, source);
  return { store, readModels, source, live };
}

const never = new AbortController().signal;

describe('a rebuild', () => {
  test('puts the next generation in place and says how it differs from the one before', async () => {
    const { source, readModels, live } = await filled();
    const [before] = await live.scan(undefined, 1);
    const checkpoint = { position: (await live.checkpoint())?.position as never, owner: await live.claim() };
    await live.write([{ ...(before as never as object), document: { count: 99 } } as never], checkpoint);
    const rebuilt = await rebuildProjection(projection, { source, readModels }, never);
    expect(rebuilt).toEqual({
      projection: 'counted',
      generation: 2,
      commits: 12,
      documents: 3,
      differences: [{ id: 'ticket.a', what: 'differs' }],
    });
    expect(await readModels.live(definition)).toBe(2);
    expect(await (await readModels.collection(counting.collection, 2)).get('ticket.a')).toMatchObject({ document: { count: 4 } });
  });

  test('does not count as a difference what only the new one has seen yet', async () => {
    const { source, readModels, store } = await filled();
    const last = (await store.load('ticket.a')).at(-1);
    await store.append(sampleCommit('ticket.a', last));
    await store.append(sampleCommit('ticket.d'));
    expect(await rebuildProjection(projection, { source, readModels }, never)).toMatchObject({ documents: 4, differences: [] });
  });

  test('names documents that should have been there before', async () => {
    const { source, store } = await filled();
    const readModels = new MemoryReadModels();
    const empty = await readModels.collection(counting.collection);
    await empty.write([], { position: await store.end(), owner: await empty.claim() });
    const { differences } = await rebuildProjection(projection, { source, readModels }, never);
    expect(differences.map(({ what }) => what)).toEqual(['surplus', 'surplus', 'surplus']);
  });

  test('throws away what an interrupted one left, and leaves nothing itself', async () => {
    const { source, readModels } = await filled();
    const leftover = await readModels.collection(counting.collection, 2);
    await leftover.write([{ id: 'ticket.old', document: { count: 1 }, versions: {} }], {
      position: 'x' as never,
      owner: await leftover.claim(),
    });
    const stopped = AbortSignal.abort(new Error('enough'));
    await expect(rebuildProjection(projection, { source, readModels }, stopped)).rejects.toThrow('enough');
    expect(await readModels.live(definition)).toBe(1);
    expect(await (await readModels.collection(counting.collection, 2)).scan(undefined, 10)).toEqual([]);
    await rebuildProjection(projection, { source, readModels }, never);
    expect(await (await readModels.collection(counting.collection, 2)).get('ticket.old')).toBeUndefined();
  });
});

describe('a check', () => {
  test('goes as far as the stored read model has come: one that is behind is not wrong', async () => {
    const { source, readModels, store } = await filled();
    await store.append(sampleCommit('ticket.later'));
    const checked = await checkProjection(projection, { source, readModels }, never);
    expect(checked).toMatchObject({ documents: 3, rows: 3, differences: [] });
  });

  test('of one that has seen nothing is empty', async () => {
    const { source } = await filled();
    const checked = await checkProjection(projection, { source, readModels: new MemoryReadModels() }, never);
    expect(checked).toMatchObject({ position: null, documents: 0, rows: 0, differences: [] });
  });

  test('gives up where it is written to each time', async () => {
    const { source, readModels, live } = await filled(10);
    const moving = Object.create(live, {
      checkpoint: {
        value: async () => ({ position: (await source.store.read(undefined, (reads += 1))).at(-1)?.position, owner: 1 }),
      },
    }) as typeof live;
    let reads = 0;
    readModels.collection = () => Promise.resolve(moving as never);
    await expect(checkProjection(projection, { source, readModels }, never)).rejects.toMatchObject({ code: 'still-moving' });
  });
});
