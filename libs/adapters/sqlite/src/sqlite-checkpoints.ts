import type { Checkpoints, Position } from '@ledgerline/kernel';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** How far process managers got. A lost second is repeated, with the same command ids. */
export class SqliteCheckpoints implements Checkpoints {
  private readonly database: DatabaseSync;

  private constructor(file: string) {
    this.database = new DatabaseSync(file);
    this.database.exec(`PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;
      CREATE TABLE IF NOT EXISTS checkpoints (name TEXT PRIMARY KEY, position TEXT NOT NULL) STRICT`);
  }

  static open(folder: string): Promise<SqliteCheckpoints> {
    return Promise.resolve(new SqliteCheckpoints(join(folder, 'checkpoints.sqlite')));
  }

  get(name: string): Promise<Position | undefined> {
    const row = this.database.prepare('SELECT position FROM checkpoints WHERE name = ?').get(name) as
      { position: Position } | undefined;
    return Promise.resolve(row?.position);
  }

  set(name: string, position: Position): Promise<void> {
    this.database.prepare('INSERT OR REPLACE INTO checkpoints VALUES (?, ?)').run(name, position);
    return Promise.resolve();
  }

  close(): Promise<void> {
    if (this.database.isOpen) this.database.close();
    return Promise.resolve();
  }
}
