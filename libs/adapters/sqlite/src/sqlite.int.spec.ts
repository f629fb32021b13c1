import { describe, expect, test } from '@jest/globals';
import {
  checkpointsContract,
  treeStoreContract,
  eventStoreContract,
  readModelsContract,
  sampleCommit,
  vaultContract,
} from '@ledgerline/kernel/contracts';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderInUse, SqliteCheckpoints, SqliteEventStore, SqliteReadModels, SqliteTreeStore, SqliteVault } from './index.js';

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
