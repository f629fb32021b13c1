import { expect, test } from '@jest/globals';
import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { MemoryEventStore, MemoryReadModels, MemoryVault } from '@ledgerline/adapter-memory';
import { EventCodec, eventCatalogue, KeyRing, type Position, type Projection } from '@ledgerline/kernel';
import { sampleCommit } from '@ledgerline/kernel/contracts';
import { CopyOfFollower } from './copy-of-follower.js';
import { HeardReadiness } from './heard-readiness.js';
import { keepProjection } from './keep-projection.js';
import { LogWatch } from './log-watch.js';
import { Supervision } from './supervision.js';

type Text = { readonly text: string };
let cured = false;

const projection = (name: string, isPoison: (text: string) => boolean): Projection<Text> => ({
  collection: { name, version: 1, fields: { text: 'string' }, indexes: [], rows: ({ text }) => [{ text }], personal: [] },
  categories: ['ticket'],
  keys: ({ stream }) => [stream],
  apply: (_before, { data }) => {
    if (isPoison((data as Text).text)) throw new TypeError('no');
    return data as unknown as Text;
  },
});

async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error('it did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

test('where a commit stops one read model the others go on, and it goes on itself once it can', async () => {
  const [store, readModels] = [new MemoryEventStore(), new MemoryReadModels()];
  const codec = new EventCodec(eventCatalogue([{ type: 'contract.happened', schema: 1 }]), nodeCryptography, new KeyRing(new MemoryVault()));
  const quiet = { info() {}, error() {}, debug() {} };
  const supervision = new Supervision(quiet as never);
  const watch = new LogWatch(store, { projections: ['able', 'stopped'], processManagers: [] });
  const readiness = new HeardReadiness(watch);
  const both = [projection('able', () => false), projection('stopped', (text) => !cured && text === 'poison')];
  for (const one of both)
    keepProjection(one as Projection, { store, readModels, codec }, {
      supervision,
      copy: new CopyOfFollower({ name: one.collection.name, store, log: quiet }),
      onReached: (reached) => watch.reportProjection(one.collection.name, reached),
    });
  const texts = async (name: string) =>
    (await (await readModels.collection((both.find((one) => one.collection.name === name) as Projection<Text>).collection)).scan(undefined, 10)).map(({ document }) => document?.text);
  for (const [n, text] of ['a', 'poison', 'b'].entries()) await store.append(sampleCommit(`ticket.t${n}`, undefined, { text }));
  const still = () => supervision.health().find(({ name }) => name === 'projection stopped')?.keepsStill;
  await until(() => still() !== undefined);
  await until(async () => (await texts('able')).length === 3);
  expect(still()).toMatch(/^stopped cannot take ticket\.t1, version 1/);
  expect(supervision.health().find(({ name }) => name === 'projection able')).toMatchObject({ running: true, failures: 0 });
  expect(await texts('stopped')).toEqual(['a']);

  // Who has said so is not waited for; that it falls behind shows all the same.
  await watch.look();
  const report = { process: 'p', services: ['s'], ready: true, clock: 0, logSilence: 0, loops: supervision.health(), projections: watch.own.projections.reached(), processManagers: {} };
  readiness.hear(report);
  await until(() => (watch.all.projections.lags()['stopped'] ?? 0) > 0);
  await until(() => readiness.lag(['s']) === 0);
  expect(watch.all.projections.lags()['stopped']).toBeGreaterThan(0);
  readiness.hear({ ...report, loops: [] });
  await until(() => readiness.lag(['s']) > 0);

  cured = true;
  await until(async () => (await texts('stopped')).length === 3);
  await until(() => still() === undefined);
  await supervision.stop();
  const end: Position = await store.end();
  expect(watch.own.projections.reached()).toEqual({ able: end, stopped: end });
}, 90_000); // prettier-ignore
