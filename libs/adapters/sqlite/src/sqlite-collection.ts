import {
  Fenced, RecentMap, termsOf,
  type Checkpoint, type Collection, type CollectionDefinition, type IndexValue, type Page, type Position, type Query, type Row, type RowPage, type StoredDocument,
} from '@ledgerline/kernel'; // prettier-ignore
import { hash } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { inOneLook } from './in-one-look.js';
import { column, countSql, encodedTerms, isNot, pageSql, sqlValue, ties, type SqlValue, type Tables } from './query-sql.js';
import { writeStatement } from './write-statement.js';

interface DocumentRow {
  readonly key: number;
  readonly id: string;
  readonly document: string | null;
  readonly versions: string;
  readonly digest: string;
}

const mostAbsent = 10_000;

/** How a document stands in the tables: its key, the digest of its text, the values of its rows. */
interface Written {
  readonly key: number;
  readonly digest: string;
  readonly rows: readonly (readonly SqlValue[])[];
}

/** One generation of a collection: documents, their index rows, and the terms of their text in FTS5. */
export class SqliteCollection<Document> implements Collection<Document> {
  readonly place: string;
  private readonly fields: readonly string[];
  private readonly columns: readonly string[];
  private readonly isBoolean: readonly boolean[];
  private readonly prepared = new Map<string, StatementSync>();
  /** What stands in the tables for the documents written last; let go of when a write fails or another owner comes. */
  private readonly recent = new RecentMap<string, Written>(10_000);

  /** Ids that were looked for in vain before the next write: they need not be looked for again. */
  private readonly absent = new Set<string>();
  private claimed = false;
  /** What runs for every document: made once, not looked up by its text. */
  private readonly always: Readonly<Record<'find' | 'insert' | 'update' | 'insertRow', StatementSync>>;

  constructor(
    private readonly database: DatabaseSync,
    private readonly definition: CollectionDefinition<Document>,
    private readonly tables: Tables,
  ) {
    this.place = tables.documents;
    this.fields = Object.keys(definition.fields);
    this.columns = this.fields.map(column);
    this.isBoolean = Object.values(definition.fields).map((kind) => kind === 'boolean');
    const kinds = Object.entries(definition.fields).map(
      ([name, kind]) => `${column(name)} ${kind === 'string' ? 'TEXT' : 'NUMERIC'} NOT NULL`,
    );
    const indexes = definition.indexes.map((index, place) => {
      const columns = [...index.map(column), ...ties].join(', ');
      return `DROP INDEX IF EXISTS ${tables.rows}_${place};
        CREATE INDEX IF NOT EXISTS ${tables.rows}_by_${place} ON ${tables.rows} (${columns})${onlyOf(index, definition.none)};`;
    });
    database.exec(`
      CREATE TABLE IF NOT EXISTS ${tables.documents} (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT, versions TEXT NOT NULL, digest TEXT NOT NULL) STRICT;
      CREATE TABLE IF NOT EXISTS ${tables.rows} (doc INTEGER NOT NULL, n INTEGER NOT NULL, id TEXT NOT NULL, ${kinds.join(', ')}, PRIMARY KEY (doc, n)) WITHOUT ROWID;
      ${indexes.join('\n')}
      ${definition.text ? `CREATE VIRTUAL TABLE IF NOT EXISTS ${tables.terms} USING fts5(terms, content='', contentless_delete=1, detail=none, tokenize='ascii')` : ''}`);
    const { documents, rows } = tables;
    this.always = {
      find: database.prepare(`SELECT * FROM ${documents} WHERE id = ?`),
      insert: writeStatement(database, `INSERT INTO ${documents} (id, document, versions, digest) VALUES (?, ?, ?, ?)`),
      update: writeStatement(database, `UPDATE ${documents} SET document = ?, versions = ?, digest = ? WHERE key = ?`),
      insertRow: writeStatement(
        database,
        `INSERT INTO ${rows} (doc, n, id, ${this.columns.join(', ')}) VALUES (?, ?, ?, ${this.columns.map(() => '?').join(', ')})`,
      ),
    };
  }

  get(id: string): Promise<StoredDocument<Document> | undefined> {
    const row = this.row(id);
    return Promise.resolve(row && stored<Document>(row));
  }

  getMany(ids: readonly string[]): Promise<ReadonlyMap<string, StoredDocument<Document>>> {
    const found = new Map<string, StoredDocument<Document>>();
    inOneLook(this.database, () => {
      for (const id of ids) {
        const row = this.row(id);
        if (row) found.set(id, stored<Document>(row));
        else if (this.claimed && this.absent.size < mostAbsent) this.absent.add(id);
      }
    });
    return Promise.resolve(found);
  }

  async find(query: Query): Promise<Page<Document>> {
    const { sql, values, cursorOf } = pageSql(this.definition as CollectionDefinition<never>, this.tables, query);
    const rows = this.statement(sql).all(...values) as unknown as Record<string, SqlValue>[];
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    const items = shown.map((row) => ({
      id: row['id'] as string,
      row: this.indexRow(row),
      document: JSON.parse(row['document'] as string) as Document,
    }));
    return Promise.resolve({ items, next: rows.length > shown.length && last ? cursorOf(last) : undefined });
  }

  async findRows(query: Query): Promise<RowPage> {
    const { sql, values, cursorOf } = pageSql(this.definition as CollectionDefinition<never>, this.tables, query, 'rows');
    const rows = this.statement(sql, true).all(...values) as unknown as (readonly SqlValue[])[];
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    const items = shown.map((row) => ({ id: row[0] as string, row: this.rowFrom(row, 1 + ties.length) }));
    return Promise.resolve({ items, next: rows.length > shown.length && last ? cursorOf(this.named(last)) : undefined });
  }

  rowsOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly Row[]>> {
    const { documents, rows } = this.tables;
    const sql = `SELECT r.* FROM ${documents} d JOIN ${rows} r ON r.doc = d.key WHERE d.id = ? ORDER BY r.n`;
    const found = new Map<string, readonly Row[]>();
    for (const id of ids) {
      const of = this.statement(sql).all(id) as unknown as Record<string, SqlValue>[];
      if (of.length > 0)
        found.set(
          id,
          of.map((row) => this.indexRow(row)),
        );
    }
    return Promise.resolve(found);
  }

  async count(query: Pick<Query, 'where' | 'terms'>, most = 1_000_000_000): Promise<number> {
    const { sql, values } = countSql(this.definition as CollectionDefinition<never>, this.tables, query, most);
    return Promise.resolve((this.statement(sql).get(...values) as { count: number }).count);
  }

  scan(after: string | undefined, limit: number): Promise<readonly StoredDocument<Document>[]> {
    const rows = this.statement(`SELECT * FROM ${this.tables.documents} WHERE id > ? ORDER BY id LIMIT ?`).all(
      after ?? '',
      limit,
    );
    return Promise.resolve((rows as unknown as DocumentRow[]).map((row) => stored<Document>(row)));
  }

  claim(): Promise<number> {
    this.forget();
    this.claimed = true;
    const sql = 'INSERT INTO owners VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET owner = owner + 1 RETURNING owner';
    return Promise.resolve((this.statement(sql).get(this.tables.documents) as { owner: number }).owner);
  }

  checkpoint(): Promise<Checkpoint | undefined> {
    const row = this.statement('SELECT position, owner FROM checkpoints WHERE name = ?').get(this.tables.documents);
    return Promise.resolve(row as unknown as { position: Position; owner: number } | undefined);
  }

  async write(changes: readonly StoredDocument<Document>[], checkpoint: Checkpoint): Promise<void> {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      const { owner } = this.statement('SELECT owner FROM owners WHERE name = ?').get(this.tables.documents) as { owner: number };
      if (owner > checkpoint.owner) throw new Fenced(`${this.definition.name}: owner ${owner} has taken over`);
      for (const change of changes) this.writeOne(change);
      this.statement('INSERT OR REPLACE INTO checkpoints VALUES (?, ?, ?)').run(
        this.tables.documents,
        checkpoint.position,
        checkpoint.owner,
      );
      this.database.exec('COMMIT');
      this.absent.clear();
    } catch (error) {
      this.forget();
      if (this.database.isTransaction) this.database.exec('ROLLBACK');
      throw error;
    }
    return Promise.resolve();
  }

  private writeOne({ id, document, versions }: StoredDocument<Document>): void {
    const text = document === undefined ? '' : (this.definition.text?.(document) ?? '');
    const digest = text === '' ? '' : hash('sha1', text, 'base64url');
    const before = this.recent.get(id) ?? (this.absent.delete(id) ? undefined : this.writtenBefore(id));
    const json = document === undefined ? null : JSON.stringify(document);
    let key = before?.key;
    if (key === undefined) {
      key = Number(this.always.insert.run(id, json, JSON.stringify(versions), digest).lastInsertRowid);
    } else this.always.update.run(json, JSON.stringify(versions), digest, key);
    const rows = (document === undefined ? [] : this.definition.rows(document)).map((row) => this.valuesOf(row));
    this.writeRows(key, id, rows, before?.rows ?? []);
    if (this.definition.text && digest !== (before?.digest ?? '')) this.writeTerms(key, text, before !== undefined);
    this.recent.set(id, { key, digest, rows });
  }

  /** Somebody else may have written. */
  private forget(): void {
    this.recent.clear();
    this.absent.clear();
  }

  private writtenBefore(id: string): Written | undefined {
    const found = this.statement(`SELECT key, digest FROM ${this.tables.documents} WHERE id = ?`).get(id) as
      { key: number; digest: string } | undefined;
    if (found === undefined) return undefined;
    const rows = this.statement(`SELECT * FROM ${this.tables.rows} WHERE doc = ? ORDER BY n`).all(found.key);
    return { ...found, rows: rows.map((row) => this.fields.map((field) => row[column(field)] as SqlValue)) };
  }

  private valuesOf(row: Row): readonly SqlValue[] {
    return this.fields.map((field) => sqlValue(row[field] as string));
  }

  /** Only the columns that changed are set: SQLite then leaves all other indexes alone. */
  private writeRows(
    key: number,
    id: string,
    rows: readonly (readonly SqlValue[])[],
    before: readonly (readonly SqlValue[])[],
  ): void {
    for (const [n, values] of rows.entries()) {
      const old = before[n];
      if (old === undefined) {
        this.always.insertRow.run(key, n, id, ...values);
        continue;
      }
      const changed = this.fields.flatMap((_field, place) => (values[place] === old[place] ? [] : [place]));
      if (changed.length === 0) continue;
      const set = changed.map((place) => `${column(this.fields[place] as string)} = ?`).join(', ');
      const update = this.statement(`UPDATE ${this.tables.rows} SET ${set} WHERE doc = ? AND n = ?`);
      update.run(...changed.map((place) => values[place] as SqlValue), key, n);
    }
    if (before.length > rows.length)
      this.statement(`DELETE FROM ${this.tables.rows} WHERE doc = ? AND n >= ?`).run(key, rows.length);
  }

  private writeTerms(key: number, text: string, replaces: boolean): void {
    if (replaces) this.statement(`DELETE FROM ${this.tables.terms} WHERE rowid = ?`).run(key);
    if (text === '') return;
    const terms = encodedTerms(termsOf(text));
    this.statement(`INSERT INTO ${this.tables.terms} (rowid, terms) VALUES (?, ?)`).run(key, terms);
  }

  private row(id: string): DocumentRow | undefined {
    return this.always.find.get(id) as DocumentRow | undefined;
  }

  private indexRow(row: Record<string, SqlValue>): Row {
    return this.rowFrom(
      this.columns.map((name) => row[name] as SqlValue),
      0,
    );
  }

  /** Made member by member, for rows come by the hundred: several times as fast as from entries. */
  private rowFrom(values: readonly SqlValue[], first: number): Row {
    const row: Record<string, IndexValue> = {};
    for (let place = 0; place < this.fields.length; place += 1) {
      const value = values[first + place] as SqlValue;
      row[this.fields[place] as string] = this.isBoolean[place] === true ? value === 1 : value;
    }
    return row;
  }

  /** A row of `findRows` with the names of its columns. */
  private named([id, doc, n, ...values]: readonly SqlValue[]): Record<string, SqlValue> {
    const fields = this.columns.map((name, place) => [name, values[place] as SqlValue]);
    return { id, doc, n, ...Object.fromEntries(fields) } as Record<string, SqlValue>;
  }

  /** @param arrays rows come as arrays, which costs less than half */
  private statement(sql: string, arrays = false): StatementSync {
    const known = this.prepared.get(sql);
    if (known) return known;
    const made = /^SELECT| RETURNING /.test(sql) ? this.database.prepare(sql) : writeStatement(this.database, sql);
    made.setReturnArrays(arrays);
    if (this.prepared.size < 500) this.prepared.set(sql, made);
    return made;
  }
}

function onlyOf(index: readonly string[], none: CollectionDefinition<never>['none'] = {}): string {
  const others = index.flatMap((field) => (none[field] === undefined ? [] : [isNot(column(field), none[field])]));
  return others.length === 0 ? '' : ` WHERE ${others.join(' AND ')}`;
}

function stored<Document>({ id, document, versions }: DocumentRow): StoredDocument<Document> {
  return {
    id,
    document: document === null ? undefined : (JSON.parse(document) as Document),
    versions: JSON.parse(versions) as Record<string, number>,
  };
}
