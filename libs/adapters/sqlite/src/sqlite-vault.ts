import { RecentMap, UnknownKey, type KeyId, type PersonKey, type Vault, type VaultEntry } from '@ledgerline/kernel';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { inOneLook } from './in-one-look.js';
import { truncateWal } from './truncate-wal.js';

interface Kept {
  readonly id: string;
  readonly value: Uint8Array;
}

/** Keys made durable at one time: a registration does not wait for an fsync of its own. */
const poolSize = 1_024;
const schema = `
  CREATE TABLE IF NOT EXISTS persons (id TEXT PRIMARY KEY, key BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS destroyed (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID`;

/** The Vault in a SQLite file of its own: what is deleted is overwritten (`secure_delete`), there and in the WAL. */
export class SqliteVault implements Vault {
  private readonly database: DatabaseSync;
  private pool: (readonly [KeyId, Uint8Array])[] = [];
  /** Keys given out a moment ago: they are asked for at once. */
  private readonly givenOut = new RecentMap<KeyId, Uint8Array>(poolSize);
  private readonly find: StatementSync;
  private readonly isDestroyed: StatementSync;

  private constructor(
    file: string,
    private readonly readOnly: boolean,
  ) {
    this.database = new DatabaseSync(file, { readOnly });
    this.database.exec('PRAGMA busy_timeout=5000');
    if (!readOnly) this.database.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; ${schema}`);
    this.find = this.database.prepare('SELECT key FROM persons WHERE id = ?');
    this.isDestroyed = this.database.prepare('SELECT 1 FROM destroyed WHERE id = ?');
    if (!readOnly) this.refill();
  }

  static open(folder: string, { readOnly = false }: { readonly readOnly?: boolean } = {}): Promise<SqliteVault> {
    return Promise.resolve(new SqliteVault(join(folder, 'vault.sqlite'), readOnly));
  }

  /** Ids of an earlier run that nobody is known to have used are never given out again. */
  newPerson(): Promise<KeyId> {
    if (this.readOnly) return Promise.reject(new TypeError('this vault was opened for reading'));
    if (this.pool.length === 0) this.refill();
    const [person, key] = this.pool.pop() as readonly [KeyId, Uint8Array];
    this.givenOut.set(person, key);
    return Promise.resolve(person);
  }

  async keys(persons: readonly KeyId[]): Promise<ReadonlyMap<KeyId, PersonKey>> {
    const found = new Map<KeyId, PersonKey>();
    const missing: KeyId[] = [];
    for (const person of persons) {
      const known = this.givenOut.get(person);
      if (known) found.set(person, known);
      else missing.push(person);
    }
    if (missing.length > 0) inOneLook(this.database, () => missing.forEach((person) => found.set(person, this.kept(person))));
    return Promise.resolve(found);
  }

  private kept(person: KeyId): PersonKey {
    const row = this.find.get(person) as { key: Uint8Array } | undefined;
    if (row) return row.key;
    if (!this.isDestroyed.get(person)) throw new UnknownKey(person);
    return 'destroyed';
  }

  async destroy(persons: readonly KeyId[]): Promise<void> {
    this.transaction(() => {
      const remember = this.database.prepare('INSERT OR IGNORE INTO destroyed VALUES (?)');
      const remove = this.database.prepare('DELETE FROM persons WHERE id = ?');
      for (const person of persons) {
        remember.run(person);
        remove.run(person);
      }
    });
    this.pool = this.pool.filter(([id]) => !persons.includes(id));
    for (const person of persons) this.givenOut.delete(person);
    await truncateWal(this.database);
  }

  async adopt(entries: readonly VaultEntry[]): Promise<void> {
    const destroyed = entries.flatMap(({ kind, id }) => (kind === 'destroyed' ? [id] : []));
    if (destroyed.length > 0) await this.destroy(destroyed);
    this.transaction(() => {
      const secret = this.database.prepare('INSERT OR IGNORE INTO secrets VALUES (?, ?)');
      const person = this.database.prepare('INSERT OR IGNORE INTO persons VALUES (?, ?)');
      for (const entry of entries) {
        if (entry.kind === 'secret') secret.run(entry.id, entry.value);
        else if (entry.kind === 'person' && !this.isDestroyed.get(entry.id)) person.run(entry.id, entry.value);
      }
    });
  }

  destroyed(): Promise<readonly KeyId[]> {
    return Promise.resolve(
      (this.database.prepare('SELECT id FROM destroyed ORDER BY id').all() as { id: KeyId }[]).map(({ id }) => id),
    );
  }

  /** Everything that it holds, a page at a time: what was destroyed comes last. */
  async *entries(): AsyncGenerator<readonly VaultEntry[]> {
    const secrets = this.database.prepare('SELECT name AS id, value FROM secrets ORDER BY name').all() as unknown as Kept[];
    yield secrets.map((kept) => ({ kind: 'secret', ...kept }));
    const page = this.database.prepare('SELECT id, key AS value FROM persons WHERE id > ? ORDER BY id LIMIT 500');
    for (let after = ''; ;) {
      const persons = page.all(after) as unknown as Kept[];
      if (persons.length === 0) break;
      after = persons.at(-1)?.id ?? after;
      yield persons.map((kept) => ({ kind: 'person', ...kept }));
    }
    yield (await this.destroyed()).map((id) => ({ kind: 'destroyed', id }));
  }

  secret(name: string): Promise<Uint8Array> {
    if (!this.readOnly) this.database.prepare('INSERT OR IGNORE INTO secrets VALUES (?, ?)').run(name, randomBytes(32));
    const row = this.database.prepare('SELECT value FROM secrets WHERE name = ?').get(name) as { value: Uint8Array } | undefined;
    return row ? Promise.resolve(row.value) : Promise.reject(new UnknownKey(`secret ${name}`));
  }

  close(): Promise<void> {
    if (this.database.isOpen) this.database.close();
    return Promise.resolve();
  }

  private refill(): void {
    const made = Array.from({ length: poolSize }, () => [randomBytes(12).toString('hex'), randomBytes(32)] as const);
    made.sort(([one], [other]) => (one < other ? -1 : 1));
    this.transaction(() => {
      const insert = this.database.prepare('INSERT INTO persons VALUES (?, ?)');
      for (const [id, key] of made) insert.run(id, key);
    });
    this.pool.push(...made);
  }

  private transaction(write: () => void): void {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      write();
      this.database.exec('COMMIT');
    } catch (error) {
      if (this.database.isTransaction) this.database.exec('ROLLBACK');
      throw error;
    }
  }
}
