import {
  Fenced,
  parseCheckpoint,
  type FullTile,
  type KeptTree,
  type Position,
  type SignedCheckpoint,
  type TileId,
  type TreeChange,
  type TreeStore,
} from '@ledgerline/kernel';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

const schema = `
  CREATE TABLE IF NOT EXISTS tiles (level INTEGER NOT NULL, n INTEGER NOT NULL, hashes BLOB NOT NULL, PRIMARY KEY (level, n)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS edges (level INTEGER PRIMARY KEY, hashes BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS tree (one INTEGER PRIMARY KEY CHECK (one = 1), size INTEGER NOT NULL, position TEXT) STRICT;
  CREATE TABLE IF NOT EXISTS owners (one INTEGER PRIMARY KEY CHECK (one = 1), owner INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS checkpoints (size INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS keys (number INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT`;
const hashLength = 32;

interface NoteRow {
  readonly size: number;
  readonly note: string;
}

/** The tree over an embedded log: `log-tree.sqlite` in the data folder, 33 bytes a commit. */
export class SqliteTreeStore implements TreeStore {
  private readonly database: DatabaseSync;
  private findTile: StatementSync | undefined;

  private constructor(file: string, readOnly: boolean) {
    this.database = new DatabaseSync(file, { readOnly });
    this.database.exec('PRAGMA busy_timeout=5000; PRAGMA mmap_size=268435456');
    if (!readOnly) this.database.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; ${schema}`);
  }

  static open(folder: string, { readOnly = false }: { readonly readOnly?: boolean } = {}): Promise<SqliteTreeStore> {
    return Promise.resolve(new SqliteTreeStore(join(folder, 'log-tree.sqlite'), readOnly));
  }

  tree(): Promise<KeptTree | undefined> {
    return this.within('BEGIN', () => {
      const row = this.database.prepare('SELECT size, position FROM tree').get() as
        { size: number; position: Position | null } | undefined;
      const edges = this.database.prepare('SELECT hashes FROM edges ORDER BY level').all() as { hashes: Uint8Array }[];
      return row && { size: row.size, position: row.position ?? undefined, edges: edges.map(({ hashes }) => cut(hashes)) };
    });
  }

  tiles(ids: readonly TileId[]): Promise<readonly FullTile[]> {
    this.findTile ??= this.database.prepare('SELECT level, n AS "index", hashes FROM tiles WHERE level = ? AND n = ?');
    const found: (FullTile | undefined)[] = [];
    for (const { level, index } of ids) found.push(this.findTile.get(level, index) as FullTile | undefined);
    return Promise.resolve(found.filter((tile) => tile !== undefined));
  }

  claim(): Promise<number> {
    const sql = 'INSERT INTO owners VALUES (1, 1) ON CONFLICT (one) DO UPDATE SET owner = owner + 1 RETURNING owner';
    return Promise.resolve((this.database.prepare(sql).get() as { owner: number }).owner);
  }

  write({ tiles, tree, checkpoint, owner }: TreeChange): Promise<void> {
    return this.within('BEGIN IMMEDIATE', () => {
      const { owner: last } = this.database.prepare('SELECT owner FROM owners').get() as { owner: number };
      if (last > owner) throw new Fenced(`tree: owner ${last} has taken over`);
      const addTile = this.database.prepare('INSERT OR REPLACE INTO tiles VALUES (?, ?, ?)');
      for (const { level, index, hashes } of tiles) addTile.run(level, index, hashes);
      const setEdge = this.database.prepare('INSERT OR REPLACE INTO edges VALUES (?, ?)');
      for (const [level, hashes] of tree.edges.entries()) setEdge.run(level, Buffer.concat(hashes));
      this.database.prepare('INSERT OR REPLACE INTO tree VALUES (1, ?, ?)').run(tree.size, tree.position ?? null);
      if (checkpoint)
        this.database.prepare('INSERT OR REPLACE INTO checkpoints VALUES (?, ?)').run(checkpoint.size, checkpoint.note);
    });
  }

  checkpoints(after: number, limit: number): Promise<readonly SignedCheckpoint[]> {
    const sql = 'SELECT size, note FROM checkpoints WHERE size > ? ORDER BY size LIMIT ?';
    return Promise.resolve((this.database.prepare(sql).all(after, limit) as unknown as readonly NoteRow[]).map(parsed));
  }

  latest(): Promise<SignedCheckpoint | undefined> {
    const row = this.database.prepare('SELECT size, note FROM checkpoints ORDER BY size DESC LIMIT 1').get();
    return Promise.resolve(row && parsed(row as unknown as NoteRow));
  }

  keyNotes(): Promise<readonly string[]> {
    const rows = this.database.prepare('SELECT note FROM keys ORDER BY number').all() as { note: string }[];
    return Promise.resolve(rows.map(({ note }) => note));
  }

  addKeyNote(number: number, note: string): Promise<boolean> {
    return Promise.resolve(this.database.prepare('INSERT OR IGNORE INTO keys VALUES (?, ?)').run(number, note).changes === 1);
  }

  close(): Promise<void> {
    if (this.database.isOpen) this.database.close();
    return Promise.resolve();
  }

  private within<Result>(begin: string, work: () => Result): Promise<Result> {
    this.database.exec(begin);
    try {
      const result = work();
      this.database.exec('COMMIT');
      return Promise.resolve(result);
    } catch (error) {
      if (this.database.isTransaction) this.database.exec('ROLLBACK');
      return Promise.reject(error as Error);
    }
  }
}

function cut(hashes: Uint8Array): readonly Uint8Array[] {
  return Array.from({ length: hashes.length / hashLength }, (_, n) => hashes.slice(n * hashLength, (n + 1) * hashLength));
}

/** What was altered in the file is still shown: who looks at its signature says that it is forged. */
function parsed({ size, note }: NoteRow): SignedCheckpoint {
  return parseCheckpoint(note) ?? { origin: '', size, root: new Uint8Array(hashLength), note };
}
