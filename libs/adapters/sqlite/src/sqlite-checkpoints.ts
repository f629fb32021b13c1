import { Fenced, type Checkpoints, type Position } from '@ledgerline/kernel';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** How far process managers got. A lost second is repeated, with the same command ids. */
export class SqliteCheckpoints implements Checkpoints {
  private readonly database: DatabaseSync;

  private constructor(file: string) {
    this.database = new DatabaseSync(file);
    this.database.exec(`PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;
      CREATE TABLE IF NOT EXISTS checkpoints (name TEXT PRIMARY KEY, position TEXT NOT NULL) STRICT;
      CREATE TABLE IF NOT EXISTS owners (name TEXT PRIMARY KEY, owner INTEGER NOT NULL) STRICT`);
  }

  static open(folder: string): Promise<SqliteCheckpoints> {
    return Promise.resolve(new SqliteCheckpoints(join(folder, 'checkpoints.sqlite')));
  }

  get(name: string): Promise<Position | undefined> {
    const row = this.database.prepare('SELECT position FROM checkpoints WHERE name = ?').get(name) as
      { position: Position } | undefined;
    return Promise.resolve(row?.position);
  }

  /** Every name with its position. */
  all(): Promise<readonly { readonly name: string; readonly position: Position }[]> {
    return Promise.resolve(this.database.prepare('SELECT name, position FROM checkpoints ORDER BY name').all() as never);
  }

  claim(name: string): Promise<number> {
    const sql = 'INSERT INTO owners VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET owner = owner + 1 RETURNING owner';
    return Promise.resolve((this.database.prepare(sql).get(name) as { owner: number }).owner);
  }

  set(name: string, position: Position, owner: number): Promise<void> {
    const sql = 'INSERT OR REPLACE INTO checkpoints SELECT name, ? FROM owners WHERE name = ? AND owner = ?';
    const { changes } = this.database.prepare(sql).run(position, name, owner);
    return changes === 1 ? Promise.resolve() : Promise.reject(new Fenced(`${name}: another owner has taken over`));
  }

  close(): Promise<void> {
    if (this.database.isOpen) this.database.close();
    return Promise.resolve();
  }
}
