import type { Position } from '@ledgerline/kernel';
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { truncateWal } from './truncate-wal.js';
import { writeStatement } from './write-statement.js';

interface Generation {
  readonly stem: string;
  readonly name: string;
  readonly version: number;
  readonly generation: number;
  readonly position: Position | null;
}

/** Pages of an index that are merged in one write: others write in between. */
const pagesAtOnce = 500;

/**
 * Clears the file of what is in no document any more. Deleted content is overwritten by SQLite itself (`secure_delete`); what is left are words in index
 * segments that were not merged since, collections of earlier versions, generations that nobody reads, and the WAL.
 *
 * @returns false where a collection that is read has not passed the position
 */
export async function purgeReadModels(database: DatabaseSync, hasPassed: (position: Position) => boolean): Promise<boolean> {
  const all = generationsIn(database);
  const liveOf = database.prepare('SELECT live FROM generations WHERE name = ?');
  const isRead = ({ name, version, generation }: Generation) => {
    const newest = Math.max(...all.filter((one) => one.name === name).map((one) => one.version));
    const live = liveOf.get(`${name}@${version}`) as { live: number } | undefined;
    return version === newest && generation === (live?.live ?? 1);
  };
  const passed = (one: Generation) => one.position !== null && hasPassed(one.position);
  if (all.some((one) => isRead(one) && !passed(one))) return false;
  for (const one of all) if (!isRead(one) && !passed(one)) drop(database, one.stem);
  for (const table of termTables(database)) await mergeAll(database, table);
  await truncateWal(database);
  return true;
}

function generationsIn(database: DatabaseSync): readonly Generation[] {
  const tables = database
    .prepare(
      `SELECT t.name AS documents, c.position FROM sqlite_master t LEFT JOIN checkpoints c ON c.name = t.name
        WHERE t.type = 'table' AND t.name GLOB '*_v[0-9]*_g[0-9]*_documents'`,
    )
    .all() as unknown as readonly { readonly documents: string; readonly position: Position | null }[];
  return tables.map(({ documents, position }) => {
    const [, name = '', version, generation] = /^(.*)_v(\d+)_g(\d+)_documents$/.exec(documents) ?? [];
    const stem = documents.slice(0, -'_documents'.length);
    return { stem, name: name.replaceAll('_', '-'), version: Number(version), generation: Number(generation), position };
  });
}

function drop(database: DatabaseSync, stem: string): void {
  for (const end of ['documents', 'rows', 'terms']) database.exec(`DROP TABLE IF EXISTS ${stem}_${end}`);
  for (const table of ['checkpoints', 'owners'])
    writeStatement(database, `DELETE FROM ${table} WHERE name = ?`).run(`${stem}_documents`);
}

function termTables(database: DatabaseSync): readonly string[] {
  const rows = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%'").all();
  return (rows as { name: string }[]).map(({ name }) => name);
}

/** FTS5's own way to merge everything in steps: deleted words go with the segments that held them. */
async function mergeAll(database: DatabaseSync, table: string): Promise<void> {
  const merge = writeStatement(database, `INSERT INTO ${table}(${table}, rank) VALUES ('merge', ?)`);
  const changes = () => (database.prepare('SELECT total_changes() AS changes').get() as { changes: number }).changes;
  for (let pages = -pagesAtOnce; ; pages = pagesAtOnce) {
    const before = changes();
    merge.run(pages);
    if (changes() - before < 2) return;
    await delay(1);
  }
}
