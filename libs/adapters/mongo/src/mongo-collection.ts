import {
  Fenced, termsOf,
  type Checkpoint, type Collection, type CollectionDefinition, type Page, type Position, type Query, type Row, type RowPage, type StoredDocument,
} from '@ledgerline/kernel'; // prettier-ignore
import {
  MongoBulkWriteError,
  MongoServerError,
  type AnyBulkWriteOperation,
  type Collection as Stored,
  type Db,
  type Document as Filter,
} from 'mongodb';
import { hash } from 'node:crypto';
import { fits, member, planCount, planPage } from './mongo-query.js';

/** How far a generation is. */
export interface CheckpointRecord {
  readonly _id: string;
  readonly position: Position;
  /** The owner that wrote it. */
  readonly owner: number;
}

/** One claim of a generation; its `_id` ends in its number, so that no two owners get the same one. */
export interface OwnerRecord {
  readonly _id: string;
  readonly generation: string;
  readonly owner: number;
}

/** The collections that all generations share. */
export interface Shared {
  readonly checkpoints: Stored<CheckpointRecord>;
  readonly owners: Stored<OwnerRecord>;
}

interface DocumentRecord {
  readonly _id: string;
  /** JSON; null is a tombstone. */
  readonly document: string | null;
  readonly versions: string;
  readonly owner: number;
  /** Of the searched text. */
  readonly digest: string;
  /** Number of rows. */
  readonly rows: number;
}

interface RowRecord {
  readonly _id: string;
  readonly id: string;
  readonly n: number;
  readonly owner: number;
  readonly terms?: readonly string[];
  readonly [field: `f_${string}`]: string | number | boolean;
}

const duplicateKey = 11_000;
/** Updates in one command. FerretDB 1 holds a database connection for each until the command ends, and has 100. */
const updatesAtOnce = 40;

/**
 * One generation of a collection. Rows are written before their document: a crash between leaves the document's versions
 * behind, so the batch is applied again and both are written again. Reads take the document as the truth: a row that its
 * document does not bear out is left out.
 */
export class MongoCollection<Document> implements Collection<Document> {
  private constructor(
    private readonly shared: Shared,
    private readonly documents: Stored<DocumentRecord>,
    private readonly rows: Stored<RowRecord>,
    private readonly definition: CollectionDefinition<Document>,
    readonly place: string,
  ) {}

  static async open<Document>(
    database: Db,
    shared: Shared,
    definition: CollectionDefinition<Document>,
    stem: string,
  ): Promise<MongoCollection<Document>> {
    const rows = database.collection<RowRecord>(`${stem}_rows`);
    const wanted = [
      ...definition.indexes.map((index, place) => ({ name: `i${place}`, key: ascending([...index.map(member), 'id', 'n']) })),
      { name: 'of', key: ascending(['id', 'n']) },
      ...(definition.text ? [{ name: 'terms', key: ascending(['terms']) }] : []),
    ];
    const there = await indexNames(database, rows);
    const missing = wanted.filter(({ name }) => !there.includes(name));
    if (missing.length > 0) await rows.createIndexes(missing);
    return new MongoCollection(shared, database.collection<DocumentRecord>(`${stem}_documents`), rows, definition, stem);
  }

  async get(id: string): Promise<StoredDocument<Document> | undefined> {
    const found = await this.documents.findOne({ _id: id });
    return found ? stored<Document>(found) : undefined;
  }

  async getMany(ids: readonly string[]): Promise<ReadonlyMap<string, StoredDocument<Document>>> {
    const found = await this.documents.find({ _id: { $in: [...ids] } }).toArray();
    return new Map(found.map((record) => [record._id, stored<Document>(record)]));
  }

  async find(query: Query): Promise<Page<Document>> {
    const { filter, sort, cursorOf } = planPage(this.definition as CollectionDefinition<never>, query);
    const records = await this.rows
      .find(filter, { projection: { terms: 0 } })
      .sort(sort)
      .limit(query.limit + 1)
      .toArray();
    const shown = records.slice(0, query.limit);
    const documents = await this.getMany([...new Set(shown.map(({ id }) => id))]);
    const last = shown.at(-1);
    return {
      items: shown.flatMap(({ id, n }) => {
        const document = documents.get(id)?.document;
        const row = document === undefined ? undefined : this.definition.rows(document)[n];
        if (document === undefined || row === undefined || !bearsOut(row, query.where)) return [];
        return [{ id, row, document }];
      }),
      next: records.length > shown.length && last ? cursorOf(last) : undefined,
    };
  }

  /** Of rows alone nothing can be borne out: one that a crash left may show until its document is written again. */
  async findRows(query: Query): Promise<RowPage> {
    const { filter, sort, cursorOf } = planPage(this.definition as CollectionDefinition<never>, query);
    const records = await this.rows
      .find(filter, { projection: { terms: 0 } })
      .sort(sort)
      .limit(query.limit + 1)
      .toArray();
    const shown = records.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: shown.map((record) => ({ id: record.id, row: this.rowOf(record) })),
      next: records.length > shown.length && last ? cursorOf(last) : undefined,
    };
  }

  async rowsOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly Row[]>> {
    const records = await this.rows
      .find({ id: { $in: [...ids] } }, { projection: { terms: 0 } })
      .sort({ id: 1, n: 1 })
      .toArray();
    const byId = Map.groupBy(records, ({ id }) => id);
    return new Map([...byId].map(([id, of]) => [id, of.map((record) => this.rowOf(record))]));
  }

  private rowOf(record: RowRecord): Row {
    const values = Object.keys(this.definition.fields).map((name) => [name, record[member(name) as `f_${string}`]]);
    return Object.fromEntries(values) as Row;
  }

  async count(query: Pick<Query, 'where' | 'terms'>, most?: number): Promise<number> {
    const filter = planCount(this.definition as CollectionDefinition<never>, query);
    return this.rows.countDocuments(filter, most === undefined ? {} : { limit: most });
  }

  async scan(after: string | undefined, limit: number): Promise<readonly StoredDocument<Document>[]> {
    const records = await this.documents
      .find(after === undefined ? {} : { _id: { $gt: after } })
      .sort({ _id: 1 })
      .limit(limit)
      .toArray();
    return records.map((record) => stored<Document>(record));
  }

  async claim(): Promise<number> {
    const { owners } = this.shared;
    for (;;) {
      const owner = (await this.newestOwner()) + 1;
      try {
        await owners.insertOne({ _id: `${this.place}#${owner}`, generation: this.place, owner });
      } catch (error) {
        if (isDuplicate(error)) continue;
        throw error;
      }
      await owners.deleteMany({ generation: this.place, owner: { $lt: owner } });
      if ((await this.newestOwner()) === owner) return owner;
    }
  }

  async checkpoint(): Promise<Checkpoint | undefined> {
    const found = await this.shared.checkpoints.findOne({ _id: this.place });
    return found ? { position: found.position, owner: found.owner } : undefined;
  }

  async write(changes: readonly StoredDocument<Document>[], { position, owner }: Checkpoint): Promise<void> {
    if ((await this.newestOwner()) > owner) throw this.fenced();
    try {
      if (changes.length > 0) await this.writeAll(changes, owner);
      if ((await this.newestOwner()) > owner) throw this.fenced();
      const mine = { _id: this.place, owner: { $lte: owner } };
      await this.shared.checkpoints.updateOne(mine, { $set: { position, owner } }, { upsert: true });
    } catch (error) {
      if (isDuplicate(error)) throw this.fenced(error);
      throw error;
    }
  }

  private async writeAll(changes: readonly StoredDocument<Document>[], owner: number): Promise<void> {
    const before = await this.shapesOf(changes.map(({ id }) => id));
    const drafts = changes.map((change) => this.draft(change, before.get(change.id)));
    const rows = drafts.flatMap((draft) => rowWrites(draft, owner));
    await inBulk(this.rows, rows);
    await this.removeRowsBeyond(
      drafts.filter(({ before, rows }) => before?.owner !== owner || before.rows > rows.length),
      owner,
    );
    const documents = drafts.map(({ id, json, versions, digest, rows }): AnyBulkWriteOperation<DocumentRecord> => {
      const set = { document: json, versions, owner, digest, rows: rows.length };
      return { updateOne: { filter: { _id: id, owner: { $lte: owner } }, update: { $set: set }, upsert: true } };
    });
    await inBulk(this.documents, documents);
  }

  private draft({ id, document, versions }: StoredDocument<Document>, before: Shape | undefined): Draft {
    const text = document === undefined ? '' : (this.definition.text?.(document) ?? '');
    return {
      id,
      json: document === undefined ? null : JSON.stringify(document),
      versions: JSON.stringify(versions),
      text,
      digest: text === '' ? '' : hash('sha1', text, 'base64url'),
      rows: document === undefined ? [] : this.definition.rows(document),
      before,
    };
  }

  /** Rows that the document had before, or that a crash of an earlier owner left. */
  private async removeRowsBeyond(drafts: readonly Draft[], owner: number): Promise<void> {
    if (drafts.length === 0) return;
    const kept = new Map(drafts.map(({ id, rows }) => [id, rows.length]));
    const there = await this.rows.find({ id: { $in: [...kept.keys()] } }, { projection: { id: 1, n: 1 } }).toArray();
    const beyond = there.filter(({ id, n }) => n >= (kept.get(id) ?? 0)).map(({ _id }) => _id);
    if (beyond.length > 0) await this.rows.deleteMany({ _id: { $in: beyond }, owner: { $lte: owner } });
  }

  private async newestOwner(): Promise<number> {
    const [newest] = await this.shared.owners.find({ generation: this.place }).sort({ owner: -1 }).limit(1).toArray();
    return newest?.owner ?? 0;
  }

  private fenced(cause?: unknown): Fenced {
    return new Fenced(`${this.definition.name}: another owner has taken over`, { cause });
  }

  private async shapesOf(ids: readonly string[]): Promise<ReadonlyMap<string, Shape>> {
    const fields = { projection: { digest: 1, rows: 1, owner: 1 } };
    const found = await this.documents.find({ _id: { $in: [...ids] } }, fields).toArray();
    return new Map(found.map(({ _id, digest, rows, owner }) => [_id, { digest, rows, owner }]));
  }
}

type Shape = Pick<DocumentRecord, 'digest' | 'rows' | 'owner'>;

interface Draft {
  readonly id: string;
  readonly json: string | null;
  readonly versions: string;
  readonly text: string;
  readonly digest: string;
  readonly rows: readonly Row[];
  readonly before: Shape | undefined;
}

/** Terms are cut only where the text changed or the row is new. */
function rowWrites({ id, rows, text, digest, before }: Draft, owner: number): AnyBulkWriteOperation<RowRecord>[] {
  const sameText = before?.digest === digest;
  let terms: readonly string[] | undefined;
  return rows.map((row, n) => {
    const set: Record<string, unknown> = { id, n, owner };
    for (const [field, value] of Object.entries(row)) set[member(field)] = value;
    if (!sameText || n >= before.rows) set['terms'] = terms ??= text === '' ? [] : termsOf(text);
    const updateOne = { filter: { _id: `${id}#${n}`, owner: { $lte: owner } }, update: { $set: set }, upsert: true };
    return { updateOne } as AnyBulkWriteOperation<RowRecord>;
  });
}

function ascending(names: readonly string[]): Record<string, 1> {
  return Object.fromEntries(names.map((name) => [name, 1 as const]));
}

/** Asked first: FerretDB 1 ends the connection where indexes are created that are there already. */
async function indexNames(database: Db, of: Stored<RowRecord>): Promise<readonly string[]> {
  const [found] = await database.listCollections({ name: of.collectionName }, { nameOnly: true }).toArray();
  return found ? (await of.indexes()).map(({ name }) => String(name)) : [];
}

async function inBulk<Record extends Filter>(
  into: Stored<Record>,
  writes: readonly AnyBulkWriteOperation<Record>[],
): Promise<void> {
  for (let from = 0; from < writes.length; from += updatesAtOnce)
    await into.bulkWrite(writes.slice(from, from + updatesAtOnce), { ordered: false });
}

function bearsOut(row: Row, where: Query['where']): boolean {
  return Object.entries(where).every(([field, condition]) => fits(row[field], condition));
}

function isDuplicate(error: unknown): boolean {
  return (error instanceof MongoBulkWriteError || error instanceof MongoServerError) && error.code === duplicateKey;
}

function stored<Document>({ _id, document, versions }: DocumentRecord): StoredDocument<Document> {
  return {
    id: _id,
    document: document === null ? undefined : (JSON.parse(document) as Document),
    versions: JSON.parse(versions) as Record<string, number>,
  };
}
