import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';

/** All pages in one step: another process that writes would make a copy in steps begin again and again. */
const everyPage = 2 ** 31 - 1;

/**
 * A consistent copy of a SQLite file beside whoever writes it (SQLite's online backup). It is one read transaction: writers go on, their WAL
 * grows meanwhile. The copy is a single file in rollback-journal mode.
 *
 * @returns false where there is no such file
 */
export async function copyDatabase(from: string, to: string): Promise<boolean> {
  if (!existsSync(from)) return false;
  const source = new DatabaseSync(from, { readOnly: true });
  try {
    source.exec('PRAGMA busy_timeout=10000');
    await backup(source, to, { rate: everyPage });
  } finally {
    source.close();
  }
  const copy = new DatabaseSync(to);
  copy.exec('PRAGMA journal_mode=DELETE');
  copy.close();
  return true;
}

/** The files of an embedded installation that a backup holds, in the order in which they have to be copied. */
export const backedUpFiles = ['checkpoints.sqlite', 'log-tree.sqlite', 'log.sqlite', 'vault.sqlite'] as const;

export function databaseIn(folder: string, file: (typeof backedUpFiles)[number]): string {
  return join(folder, file);
}
