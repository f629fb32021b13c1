import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
  readonly code = 'folder-in-use';
}

/**
 * One process writes to a data folder. The lock is SQLite's own on a file of its own: the operating system takes it away
 * from a process that dies, so that nothing stale is left.
 *
 * @returns what gives it back
 * @throws FolderInUse
 */
export function lockFolder(folder: string): () => void {
  const database = new DatabaseSync(join(folder, 'writer.lock'));
  try {
    database.exec('PRAGMA busy_timeout=300; PRAGMA journal_mode=DELETE; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    throw new FolderInUse(`another Ledgerline is running on ${folder}`, { cause: error });
  }
  return () => {
    if (!database.isOpen) return;
    database.exec('ROLLBACK');
    database.close();
  };
}
