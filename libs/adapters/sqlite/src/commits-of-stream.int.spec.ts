import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { SealedCommit, StreamName } from '@ledgerline/kernel';
import { sampleCommit } from '@ledgerline/kernel/contracts';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SqliteEventStore } from './index.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledgerline-places-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const streams = Array.from({ length: 40 }, (_, n): StreamName => `ticket.t${(n * 17) % 40}`);
type Written = Map<StreamName, SealedCommit[]>;

/** One commit more for each stream. */
async function appendRound(store: SqliteEventStore, written: Written): Promise<void> {
  const appended = streams.map((stream) => {
    const before = written.get(stream) ?? [];
    const commit = sampleCommit(stream, before.at(-1));
    written.set(stream, [...before, commit]);
    return store.append(commit);
  });
  for (const outcome of await Promise.all(appended)) expect(outcome.kind).toBe('appended');
}

/** The plain way: what was appended, stream by stream; from the beginning and from a version on, fresh and not. */
async function expectAll(store: SqliteEventStore, written: Written): Promise<void> {
  for (const stream of streams)
    for (const fresh of [false, true]) {
      const all = written.get(stream) ?? [];
      const hashes = async (after: number) => (await store.load(stream, { after, fresh })).map(({ hash }) => hash);
      expect(await hashes(0)).toEqual(all.map(({ hash }) => hash));
      expect(await hashes(all.length - 2)).toEqual(all.slice(-2).map(({ hash }) => hash));
      expect(await hashes(all.length)).toEqual([]);
    }
}

function placed(of: string): number {
  const log = new DatabaseSync(join(of, 'log.sqlite'), { readOnly: true });
  const { count } = log.prepare('SELECT count(*) AS count FROM places').get() as { count: number };
  log.close();
  return count;
}

test('a stream is found whole before and after its commits get their places, by who writes and who reads beside it', async () => {
  const store = await SqliteEventStore.open(folder);
  const reader = await SqliteEventStore.open(folder, { readOnly: true });
  const written: Written = new Map();
  for (let round = 1; round <= 130; round += 1) {
    await appendRound(store, written);
    if (round % 26 > 0) continue;
    await expectAll(store, written);
    await expectAll(reader, written);
  }
  expect(placed(folder)).toBeGreaterThan(0);
  await store.close();
  expect(placed(folder)).toBe(130 * streams.length);
  await expectAll(reader, written);
  await reader.close();
}, 30_000);

test('what a crash left without a place is found again, and guarded', async () => {
  const store = await SqliteEventStore.open(folder);
  const written: Written = new Map();
  let crashed: string | undefined;
  // Places are given once a second: on a slow machine a copy can come after it.
  for (let round = 1; crashed === undefined; round += 1) {
    await appendRound(store, written);
    if (round < 5) continue;
    const copy = join(folder, `crashed-${round}`);
    for (const name of ['log.sqlite', 'log.sqlite-wal']) await cp(join(folder, name), join(copy, name));
    if (placed(copy) < round * streams.length) crashed = copy;
  }
  await store.close();
  const again = await SqliteEventStore.open(crashed);
  await expectAll(again, written);
  const [stream] = streams as [StreamName];
  expect((await again.append(sampleCommit(stream, written.get(stream)?.at(-2), { text: 'another' }))).kind).toBe('conflict');
  await appendRound(again, written);
  await expectAll(again, written);
  await again.close();
}, 30_000);

test('a log that has an index of its streams instead is read as it is, and gets its places when it is opened for writing', async () => {
  const store = await SqliteEventStore.open(folder);
  const written: Written = new Map();
  for (let round = 1; round <= 3; round += 1) await appendRound(store, written);
  await store.close();
  const log = new DatabaseSync(join(folder, 'log.sqlite'));
  log.exec(
    `DROP TABLE places; DELETE FROM log_facts WHERE name = 'placed'; CREATE UNIQUE INDEX of_old ON commits (stream, first)`,
  );
  log.close();
  const reader = await SqliteEventStore.open(folder, { readOnly: true });
  await expectAll(reader, written);
  await reader.close();
  const again = await SqliteEventStore.open(folder);
  await expectAll(again, written);
  await appendRound(again, written);
  await expectAll(again, written);
  await again.close();
}, 30_000);
