import type { ErasureFacts, KeyId } from '@ledgerline/kernel';
import { existsSync } from 'node:fs';
import { open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Configuration } from './configuration.js';
import type { Ledgerline } from './ledgerline.js';

/** Told to every process when a person's keys have been destroyed, so that none goes on with what it remembers. */
export function erasedSubject(site: string): string {
  return `ledgerline.${site}.erased`;
}

type Forgetful = Pick<Ledgerline, 'keys' | 'commands'>;

/** Nothing of a person is kept in this process's memory. */
export function forgetErased({ keys, commands }: Forgetful, { keys: destroyed, subjects }: ErasureFacts): void {
  for (const key of destroyed) keys.forget(key);
  for (const subject of subjects) commands.forget(subject);
}

export function tellErased(ledgerline: Ledgerline, facts: ErasureFacts): void {
  forgetErased(ledgerline, facts);
  ledgerline.bus.tell(erasedSubject(ledgerline.configuration.site), { keys: facts.keys, subjects: facts.subjects });
}

/**
 * Beside an embedded Vault: the list of destroyed keys as a file, to be kept apart for restores; and what a restore has put aside in the data folder, where
 * the keys are destroyed as well and lists are removed.
 */
export async function eraseBeside({ store, data }: Configuration, keys: readonly KeyId[]): Promise<void> {
  if (store !== 'sqlite') return;
  const list = await open(join(data, 'erased-keys.txt'), 'a', 0o600);
  await list.appendFile(keys.map((key) => `${key}\n`).join(''));
  await list.sync();
  await list.close();
  const { SqliteVault } = await import('@ledgerline/adapter-sqlite');
  for (const name of (await readdir(data)).filter((one) => one.startsWith('replaced-'))) {
    const folder = join(data, name);
    if (existsSync(join(folder, 'vault.sqlite'))) {
      const vault = await SqliteVault.open(folder);
      await vault.destroy(keys);
      await vault.close();
    }
    for (const end of ['', '-wal', '-shm']) await rm(join(folder, `read-models.sqlite${end}`), { force: true });
  }
}
