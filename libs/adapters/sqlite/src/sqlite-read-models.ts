import type { Collection, CollectionDefinition, EventStore, Position, ReadModels } from '@ledgerline/kernel';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { purgeReadModels } from './purge-read-models.js';
import { writeStatement } from './write-statement.js';
import { tablesOf } from './query-sql.js';
import { SqliteCollection } from './sqlite-collection.js';

const schema = `
  CREATE TABLE IF NOT EXISTS checkpoints (name TEXT PRIMARY KEY, position TEXT NOT NULL, owner INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS owners (name TEXT PRIMARY KEY, owner INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS generations (name TEXT PRIMARY KEY, live INTEGER NOT NULL) STRICT`;

/** Read models in one SQLite file. It holds plain values, so what is deleted is overwritten (`secure_delete`). */
export class SqliteReadModels implements ReadModels {
  readonly capabilities = { name: 'sqlite', transactions: true, clearsFiles: true };
  private readonly database: DatabaseSync;
  private readonly opened = new Map<string, Collection<unknown>>();

  /**
   * The WAL is written back every 128 MB: most of its pages were written many times by then, and go into the file once.
   */
  private constructor(file: string) {
    this.database = new DatabaseSync(file);
    this.database.exec(
      `PRAGMA busy_timeout=10000; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;
       PRAGMA wal_autocheckpoint=32000; PRAGMA cache_size=-65536; PRAGMA mmap_size=268435456; ${schema}`,
    );
  }

  static open(folder: string): Promise<SqliteReadModels> {
    mkdirSync(folder, { recursive: true });
    return Promise.resolve(new SqliteReadModels(join(folder, 'read-models.sqlite')));
  }

  collection<Document>(definition: CollectionDefinition<Document>, generation = 1): Promise<Collection<Document>> {
    const tables = tablesOf(definition, generation);
    const known = this.opened.get(tables.documents) as Collection<Document> | undefined;
    const opened = known ?? new SqliteCollection(this.database, definition, tables);
    this.opened.set(tables.documents, opened as Collection<unknown>);
    return Promise.resolve(opened);
  }

  live(definition: CollectionDefinition<never>): Promise<number> {
    const row = this.database.prepare('SELECT live FROM generations WHERE name = ?').get(nameOf(definition)) as
      { live: number } | undefined;
    return Promise.resolve(row?.live ?? 1);
  }

  replace(definition: CollectionDefinition<never>, generation: number): Promise<void> {
    writeStatement(this.database, 'INSERT OR REPLACE INTO generations VALUES (?, ?)').run(nameOf(definition), generation);
    return Promise.resolve();
  }

  async drop(definition: CollectionDefinition<never>, generation: number): Promise<void> {
    if ((await this.live(definition)) === generation)
      throw new TypeError(`generation ${generation} of ${definition.name} is live`);
    const { documents, rows, terms } = tablesOf(definition, generation);
    this.opened.delete(documents);
    this.database.exec(`DROP TABLE IF EXISTS ${documents}; DROP TABLE IF EXISTS ${rows}; DROP TABLE IF EXISTS ${terms}`);
    for (const table of ['checkpoints', 'owners'])
      writeStatement(this.database, `DELETE FROM ${table} WHERE name = ?`).run(documents);
    this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  purge(after: Position, store: Pick<EventStore, 'compare'>): Promise<boolean> {
    return purgeReadModels(this.database, (position) => store.compare(position, after) >= 0);
  }

  close(): Promise<void> {
    if (this.database.isOpen) this.database.close();
    return Promise.resolve();
  }
}

function nameOf({ name, version }: CollectionDefinition<never>): string {
  return `${name}@${version}`;
}
