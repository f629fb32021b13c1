import { SqliteReadModels } from '@ledgerline/adapter-sqlite';
import { termsOf, type StoredDocument } from '@ledgerline/kernel';
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { temporaryFolder } from './temporary-folder.js';
import { ticketList, type ListedTicket } from './ticket-list.js';

const { collection: definition } = ticketList;

/** What one batch of the projection wrote. */
export type Batch = readonly StoredDocument<ListedTicket>[];

interface WrittenDocument {
  readonly key: number;
  readonly isNew: boolean;
  readonly document: readonly [json: string, versions: string, digest: string];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly terms: string | undefined;
}

/**
 * Seconds that a program takes which knows beforehand what is to be written: it reads and parses the same commits and
 * writes, batch by batch, the same documents, index rows and terms with plain statements.
 */
export async function fillDirectly(log: string, batches: readonly Batch[]): Promise<number> {
  const written = prepared(batches);
  const { folder, remove } = temporaryFolder();
  const stem = await makeTables(folder);
  const source = new DatabaseSync(log, { readOnly: true });
  const page = source.prepare('SELECT * FROM commits WHERE sequence > ? ORDER BY sequence LIMIT 500');
  const target = new DatabaseSync(join(folder, 'read-models.sqlite'));
  target.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;
    PRAGMA wal_autocheckpoint=32000; PRAGMA cache_size=-65536; PRAGMA mmap_size=268435456`);
  const write = writer(target, stem);
  const started = performance.now();
  let last = 0;
  for (const documents of written) {
    const commits = page.all(last) as unknown as readonly { readonly sequence: number; readonly text: string }[];
    for (const { text } of commits) JSON.parse(text);
    last = commits.at(-1)?.sequence ?? last;
    target.exec('BEGIN IMMEDIATE');
    for (const document of documents) write(document);
    target.prepare('INSERT OR REPLACE INTO checkpoints VALUES (?, ?, ?)').run(stem, String(last), 1);
    target.exec('COMMIT');
  }
  const took = (performance.now() - started) / 1_000;
  source.close();
  target.close();
  remove();
  return took;
}

/** The product's own tables and indexes, empty. @returns what their names begin with */
async function makeTables(folder: string): Promise<string> {
  const readModels = await SqliteReadModels.open(folder);
  await readModels.collection(definition);
  await readModels.close();
  const database = new DatabaseSync(join(folder, 'read-models.sqlite'));
  const row = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE '%_documents'").get();
  database.close();
  return (row as { name: string }).name.replace(/_documents$/, '');
}

function writer(database: DatabaseSync, stem: string): (document: WrittenDocument) => void {
  const fields = Object.keys(definition.fields).map((name) => `f_${name}`);
  const insert = database.prepare(`INSERT INTO ${stem}_documents (key, id, document, versions, digest) VALUES (?, ?, ?, ?, ?)`);
  const update = database.prepare(`UPDATE ${stem}_documents SET document = ?, versions = ?, digest = ? WHERE key = ?`);
  const upsert = database.prepare(
    `INSERT INTO ${stem}_rows (doc, n, id, ${fields.join(', ')}) VALUES (?, ?, ?, ${fields.map(() => '?').join(', ')})
     ON CONFLICT (doc, n) DO UPDATE SET ${fields.map((name) => `${name} = excluded.${name}`).join(', ')}`,
  );
  const addTerms = database.prepare(`INSERT INTO ${stem}_terms (rowid, terms) VALUES (?, ?)`);
  return ({ key, isNew, document, rows, terms }) => {
    if (isNew) insert.run(key, rows[0]?.[2] ?? '', ...document);
    else update.run(...document, key);
    for (const row of rows) upsert.run(...row);
    if (terms !== undefined) addTerms.run(key, terms);
  };
}

function prepared(batches: readonly Batch[]): readonly (readonly WrittenDocument[])[] {
  const keys = new Map<string, number>();
  return batches.map((changes) =>
    changes.map(({ id, document, versions }) => {
      if (document === undefined) throw new Error(`${id} was deleted`);
      const isNew = !keys.has(id);
      const key = keys.get(id) ?? keys.size + 1;
      keys.set(id, key);
      const text = definition.text?.(document) ?? '';
      const rows = definition
        .rows(document)
        .map((row, n) => [key, n, id, ...Object.keys(definition.fields).map((name) => cell(row[name]))]);
      const terms = isNew ? termsOf(text).map(asOneWord).join(' ') : undefined;
      return {
        key,
        isNew,
        document: [JSON.stringify(document), JSON.stringify(versions), hash('sha1', text, 'base64url')],
        rows,
        terms,
      };
    }),
  );
}

function cell(value: string | number | boolean | undefined): string | number {
  return typeof value === 'string' ? value : Number(value);
}

/** FTS5's ascii tokenizer cuts at every ASCII character but letters and digits. */
function asOneWord(term: string): string {
  return term.replaceAll(/[^a-z0-9\u0080-\uffff]/g, '\u2d4c');
}
