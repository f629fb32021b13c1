import { describe, expect, test } from '@jest/globals';
import {
  checkpointsContract,
  treeStoreContract,
  eventStoreContract,
  readModelsContract,
  sampleCollection,
  sampleCommit,
  vaultContract,
} from '@ledgerline/kernel/contracts';
import type { CollectionDefinition } from '@ledgerline/kernel';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { FolderInUse, SqliteCheckpoints, SqliteEventStore, SqliteReadModels, SqliteTreeStore, SqliteVault } from './index.js';
import { pageSql, tablesOf } from './query-sql.js';

const newFolder = () => mkdtemp(join(tmpdir(), 'ledgerline-sqlite-'));
const remove = (folder: string) => rm(folder, { recursive: true, force: true });

/** Opens something on a new folder, and again on the same one. */
async function harness<Opened extends { close(): Promise<void> }>(open: (folder: string) => Promise<Opened>) {
  const folder = await newFolder();
  let opened = await open(folder);
  const reopen = async () => {
    await opened.close();
    opened = await open(folder);
    return opened;
  };
  const close = async () => {
    await opened.close();
    await remove(folder);
  };
  return { opened, reopen, close };
}

eventStoreContract('SQLite', async () => {
  const { opened, ...rest } = await harness((folder) => SqliteEventStore.open(folder));
  return { store: opened, ...rest };
});
readModelsContract('SQLite', async () => {
  const { opened, ...rest } = await harness((folder) => SqliteReadModels.open(folder));
  return { readModels: opened, ...rest };
});
vaultContract('SQLite', async () => {
  const { opened, ...rest } = await harness((folder) => SqliteVault.open(folder));
  return { vault: opened, ...rest };
});
treeStoreContract('SQLite', async () => {
  const { opened, ...rest } = await harness((folder) => SqliteTreeStore.open(folder));
  return { trees: opened, ...rest };
});
checkpointsContract('SQLite', async () => {
  const { opened, ...rest } = await harness((folder) => SqliteCheckpoints.open(folder));
  return { checkpoints: opened, ...rest };
});

describe('read models in a file', () => {
  test('are walked along an index in every declared order, also where the file has the indexes of an earlier release', async () => {
    const folder = await newFolder();
    const first = await SqliteReadModels.open(folder);
    await first.collection(sampleCollection);
    await first.close();
    const file = new DatabaseSync(join(folder, 'read-models.sqlite'));
    const { rows } = tablesOf(sampleCollection, 1);
    const indexes = () =>
      file
        .prepare("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY name")
        .all(rows)
        .map(({ name }) => name);
    const made = indexes();
    for (const name of made) file.exec(`DROP INDEX ${String(name)}`);
    for (const place of sampleCollection.indexes.keys()) file.exec(`CREATE INDEX ${rows}_${place} ON ${rows} (id, n)`);
    const again = await SqliteReadModels.open(folder);
    await again.collection(sampleCollection);
    await again.close();
    expect(indexes()).toEqual(made);
    for (const index of sampleCollection.indexes) {
      const where = Object.fromEntries(index.slice(0, 1).map((field) => [field, 'all']));
      const query = { where, sort: index.slice(1), limit: 10 };
      const { sql, values } = pageSql(sampleCollection as CollectionDefinition<never>, tablesOf(sampleCollection, 1), query);
      const plan = file.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
      const walked = plan.map(({ detail }) => detail).join();
      expect(walked).toMatch(/USING INDEX \w+_by_\d+/);
      expect(walked).not.toContain('B-TREE');
    }
    file.close();
    await remove(folder);
  });
});

describe('the embedded log', () => {
  test('has one writer; readers beside it see what it writes', async () => {
    const folder = await newFolder();
    const writer = await SqliteEventStore.open(folder);
    await expect((async () => SqliteEventStore.open(folder))()).rejects.toThrow(FolderInUse);
    const reader = await SqliteEventStore.open(folder, { readOnly: true });
    const commit = sampleCommit('ticket.t1');
    await writer.append(commit);
    expect((await reader.load('ticket.t1')).map(({ hash }) => hash)).toEqual([commit.hash]);
    await expect(reader.append(sampleCommit('ticket.t2'))).rejects.toThrow(TypeError);
    await reader.close();
    await writer.close();
    const again = await SqliteEventStore.open(folder);
    await again.close();
    await remove(folder);
  });

  test('tells a writer to come back where too many wait', async () => {
    const folder = await newFolder();
    const store = await SqliteEventStore.open(folder, { most: 20 });
    const outcomes = await Promise.allSettled(Array.from({ length: 60 }, (_, n) => store.append(sampleCommit(`ticket.t${n}`))));
    const refused = outcomes.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused) expect((reason as { code: string }).code).toBe('log-unavailable');
    expect(await store.read(undefined, 100)).toHaveLength(60 - refused.length);
    await store.close();
    await remove(folder);
  });
});

test('a destroyed key is in no file of the vault any more', async () => {
  const folder = await newFolder();
  const vault = await SqliteVault.open(folder);
  const person = await vault.newPerson();
  const key = Buffer.from((await vault.keys([person])).get(person) as Uint8Array);
  const filesWithKey = async () => {
    const names = await readdir(folder);
    const contents = await Promise.all(names.map((name) => readFile(join(folder, name))));
    return names.filter((_, place) => contents[place]?.includes(key));
  };
  expect(await filesWithKey()).not.toEqual([]);
  await vault.destroy([person]);
  expect(await filesWithKey()).toEqual([]);
  await vault.close();
  expect(await filesWithKey()).toEqual([]);
  await remove(folder);
});
