import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds for which readers may stand in the way. */
const patience = 10_000;

export class WalNotTruncated extends Error {
  override readonly name = 'WalNotTruncated';
  readonly code = 'wal-not-truncated';
}

/** Writes the WAL back and cuts it to nothing, so that no older state of a page is left in it. @throws WalNotTruncated */
export async function truncateWal(database: DatabaseSync): Promise<void> {
  for (let waited = 0; ; waited += 20) {
    const { busy } = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number };
    if (busy === 0) return;
    if (waited >= patience) throw new WalNotTruncated('somebody goes on reading an old state of the file');
    await delay(20);
  }
}
