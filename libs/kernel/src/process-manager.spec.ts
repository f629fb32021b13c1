import { expect, test } from '@jest/globals';
import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { MemoryCheckpoints, MemoryEventStore, MemoryVault } from '@ledgerline/adapter-memory';
import { sampleCommit } from './contracts/sample-commits.js';
import { EventCodec, eventCatalogue, KeyRing, runProcessManager, type ProcessManager } from './index.js';

const manager: ProcessManager = {
  name: 'tell',
  version: 1,
  categories: ['ticket'],
  events: ['contract.happened'],
  react: (_state, { stream }) => [{ step: 'tell', service: 's', command: 'c', target: stream, data: {} }],
};

/** Streams that a manager reacts to, of a log in which each begins once; they were all written by `main`. */
async function reactedTo(of: Partial<ProcessManager>, isElsewhere: boolean): Promise<readonly string[]> {
  const [store, checkpoints, over] = [new MemoryEventStore(), new MemoryCheckpoints(), new AbortController()];
  await checkpoints.set('tell@1', await store.end(), await checkpoints.claim('tell@1'));
  for (const stream of ['ticket.a', 'ticket.b'] as const) await store.append(sampleCommit(stream));
  const codec = new EventCodec(
    eventCatalogue([{ type: 'contract.happened', schema: 1 }]),
    nodeCryptography,
    new KeyRing(new MemoryVault()),
  );
  const sent: string[] = [];
  const end = await store.end();
  const homes = { isElsewhere: (site: string) => Promise.resolve(isElsewhere && site === 'main') };
  await runProcessManager(
    { ...manager, ...of },
    { store, codec, checkpoints, homes },
    ({ target }) => Promise.resolve(void sent.push(target)),
    {
      signal: over.signal,
      owner: await checkpoints.claim('tell@1'),
      pause: (signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true })),
      onReached: (position) => {
        if (store.compare(position, end) >= 0) over.abort();
      },
    },
  );
  return sent;
}

test('reacts to what happened here', async () => {
  expect(await reactedTo({}, false)).toEqual(['ticket.a', 'ticket.b']);
});

test('passes over what another installation wrote, and comes to the end all the same', async () => {
  expect(await reactedTo({}, true)).toEqual([]);
});

test('reacts to that too where it is its own affair everywhere', async () => {
  expect(await reactedTo({ everywhere: true }, true)).toEqual(['ticket.a', 'ticket.b']);
});
