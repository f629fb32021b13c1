import type { Position } from '@ledgerline/kernel';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Which life of the log a position belongs to. */
const lifeOf = /^([a-z0-9_-]+)\.([a-z0-9]+)\.(\d+)$/;

/**
 * Begins another life of a log that was copied back: positions given out before are refused from now on (`log-restored`). What is kept in this folder
 * about how far something came goes over to it.
 *
 * @returns the position of the log's end in its new life
 */
export function beginNewLife(folder: string): Position {
  const epoch = `1${randomBytes(4).toString('hex')}`;
  const log = new DatabaseSync(join(folder, 'log.sqlite'));
  log.exec('PRAGMA synchronous=FULL');
  log.prepare("UPDATE log_facts SET value = ? WHERE name = 'epoch'").run(epoch);
  const { last } = log.prepare('SELECT coalesce(max(sequence), 0) AS last FROM commits').get() as { last: number };
  log.close();
  moveOn(join(folder, 'checkpoints.sqlite'), 'checkpoints', epoch);
  moveOn(join(folder, 'log-tree.sqlite'), 'tree', epoch);
  return `main.${epoch}.${last}` as Position;
}

function moveOn(file: string, table: string, epoch: string): void {
  if (!existsSync(file)) return;
  const database = new DatabaseSync(file);
  const rows = database.prepare(`SELECT rowid AS id, position FROM ${table} WHERE position IS NOT NULL`).all();
  const move = database.prepare(`UPDATE ${table} SET position = ? WHERE rowid = ?`);
  for (const { id, position } of rows as unknown as readonly { readonly id: number; readonly position: string }[])
    move.run(position.replace(lifeOf, `$1.${epoch}.$3`), id);
  database.close();
}
