import { afterEach, expect, test } from '@jest/globals';
import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { MemoryEventStore, MemoryReadModels, MemoryVault } from '@ledgerline/adapter-memory';
import { catchUp, EventCodec, eventCatalogue, KeyRing, type Projection } from '@ledgerline/kernel';
import { sampleCommit } from '@ledgerline/kernel/contracts';
import { CopyOfFollower } from './copy-of-follower.js';
import { runLiveProjection } from './run-live-projection.js';

const counting: Projection<{ readonly count: number }> = {
  collection: {
    name: 'counted',
    version: 1,
    fields: { count: 'number' },
    indexes: [],
    rows: ({ count }) => [{ count }],
    personal: [],
  },
  categories: ['ticket'],
  keys: ({ stream }) => [stream],
  apply: (document) => ({ count: (document?.count ?? 0) + 1 }),
};
const events = eventCatalogue([{ type: 'contract.happened', schema: 1 }]);

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error('it did not come to that');
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const started: AbortController[] = [];
afterEach(() => {
  for (const stop of started.splice(0)) stop.abort();
});

const copyOn = (store: MemoryEventStore) =>
  new CopyOfFollower({ name: 'counted', store, log: { info: () => undefined, debug: () => undefined } });

async function running(projection = counting) {
  const [store, readModels] = [new MemoryEventStore(), new MemoryReadModels()];
  const source = { store, readModels, codec: new EventCodec(events, nodeCryptography, new KeyRing(new MemoryVault())) };
  const stop = new AbortController();
  started.push(stop);
  const ended = runLiveProjection(projection, source, { signal: stop.signal, copy: copyOn(store) });
  const has = async (generation: number, stream: string) =>
    (await (await readModels.collection(counting.collection, generation)).get(stream)) !== undefined;
  return { store, readModels, source, stop, ended, has };
}

test('goes over to the generation that a rebuild put in place, and leaves the old one alone', async () => {
  const { store, readModels, source, stop, ended, has } = await running();
  await store.append(sampleCommit('ticket.before'));
  await until(() => has(1, 'ticket.before'));
  await catchUp(counting, await readModels.collection(counting.collection, 2), source);
  await readModels.replace(counting.collection as never, 2);
  let n = 0;
  await until(async () => {
    const stream = `ticket.t${(n += 1)}` as const;
    await store.append(sampleCommit(stream));
    await until(async () => (await has(1, stream)) || (await has(2, stream)));
    return has(2, stream);
  });
  await store.append(sampleCommit('ticket.after'));
  await until(() => has(2, 'ticket.after'));
  expect(await has(1, 'ticket.after')).toBe(false);
  for (let earlier = 1; earlier <= n; earlier += 1) expect(await has(2, `ticket.t${earlier}`)).toBe(true);
  stop.abort();
  await ended;
});

test('a look for a replacement that breaks is thrown', async () => {
  const { readModels, ended } = await running();
  readModels.live = () => Promise.reject(new Error('the read models are away'));
  await expect(ended).rejects.toThrow('the read models are away');
});

test('a projection that breaks is thrown, with nothing written', async () => {
  const { store, ended, has } = await running({ ...counting, apply: () => { throw new TypeError('no rule'); } }); // prettier-ignore
  await Promise.all([expect(ended).rejects.toThrow('no rule'), store.append(sampleCommit('ticket.t'))]);
  expect(await has(1, 'ticket.t')).toBe(false);
});
