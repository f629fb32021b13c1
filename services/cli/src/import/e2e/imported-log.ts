import { afterAll } from '@jest/globals';
import { SqliteEventStore, SqliteReadModels, SqliteVault } from '@ledgerline/adapter-sqlite';
import type { RecordedEvent } from '@ledgerline/kernel';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkLog, checkReadModels } from '../../../../all-in-one/src/e2e/history-check.js';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** A folder that goes away with the spec. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ledgerline-import-'));
  folders.push(folder);
  return folder;
}

export interface ImportedActivity {
  readonly activity: string;
  readonly resource: string;
  readonly occurredAt: string;
}

export function activitiesOf(events: readonly RecordedEvent[]): readonly ImportedActivity[] {
  return events.filter(({ type }) => type === 'ActivityImported').map(({ data }) => data as ImportedActivity);
}

/** Whether log and lists are as they have to be (the lists as a fresh replay of the log makes them), in words. */
export async function faultsOf(data: string): Promise<readonly string[]> {
  const store = await SqliteEventStore.open(data, { readOnly: true });
  const [vault, readModels] = [await SqliteVault.open(data, { readOnly: true }), await SqliteReadModels.open(data)];
  const { faults } = await checkLog(store);
  const all = [...faults, ...(await checkReadModels(store, vault, readModels))];
  await Promise.all([store.close(), vault.close(), readModels.close()]);
  return all;
}

/** Resolves when the log has so many commits, or the import has ended. */
export async function hasWritten(commits: number, data: string, isOver: () => boolean): Promise<void> {
  const store = await SqliteEventStore.open(data, { readOnly: true });
  while (!isOver() && Number((await store.end()).split('.').at(-1)) < commits) await sleep(5);
  await store.close();
}

export async function commitsIn(data: string): Promise<number> {
  const store = await SqliteEventStore.open(data, { readOnly: true });
  const end = Number((await store.end()).split('.').at(-1));
  await store.close();
  return end;
}
