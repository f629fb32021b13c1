import {
  Fenced, InvalidCursor, isServed, termsOf, UndeclaredQuery,
  type Checkpoint, type Collection, type CollectionDefinition, type Condition, type EventStore, type IndexValue, type Page, type Position, type Query, type ReadModels, type Row, type RowPage, type StoredDocument,
} from '@ledgerline/kernel'; // prettier-ignore

/** Read models in memory: the whole collection is looked through for each query. For tests. */
export class MemoryReadModels implements ReadModels {
  readonly capabilities = { name: 'memory', transactions: true };
  private readonly collections = new Map<string, MemoryCollection<unknown>>();
  private readonly generations = new Map<string, number>();

  collection<Document>(definition: CollectionDefinition<Document>, generation = 1): Promise<Collection<Document>> {
    const key = `${definition.name}@${definition.version}#${generation}`;
    const found = this.collections.get(key) ?? new MemoryCollection(key, definition as CollectionDefinition<unknown>);
    this.collections.set(key, found);
    return Promise.resolve(found as unknown as Collection<Document>);
  }

  live({ name, version }: CollectionDefinition<never>): Promise<number> {
    return Promise.resolve(this.generations.get(`${name}@${version}`) ?? 1);
  }

  replace({ name, version }: CollectionDefinition<never>, generation: number): Promise<void> {
    this.generations.set(`${name}@${version}`, generation);
    return Promise.resolve();
  }

  async drop(definition: CollectionDefinition<never>, generation: number): Promise<void> {
    if ((await this.live(definition)) === generation) throw new TypeError('the live generation is not dropped');
    this.collections.delete(`${definition.name}@${definition.version}#${generation}`);
  }

  /** What is overwritten is gone. */
  async purge(after: Position, store: Pick<EventStore, 'compare'>): Promise<boolean> {
    for (const collection of this.collections.values()) {
      const checkpoint = await collection.checkpoint();
      if (checkpoint && store.compare(checkpoint.position, after) < 0) return false;
    }
    return true;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

interface Entry {
  readonly id: string;
  readonly row: Row;
  readonly key: readonly IndexValue[];
}

class MemoryCollection<Document> implements Collection<Document> {
  private readonly documents = new Map<string, StoredDocument<Document>>();
  private readonly terms = new Map<string, ReadonlySet<string>>();
  private saved: Checkpoint | undefined;
  private owner = 0;

  constructor(
    readonly place: string,
    private readonly definition: CollectionDefinition<Document>,
  ) {}

  get(id: string): Promise<StoredDocument<Document> | undefined> {
    return Promise.resolve(this.documents.get(id));
  }

  getMany(ids: readonly string[]): Promise<ReadonlyMap<string, StoredDocument<Document>>> {
    const found = ids.flatMap((id) =>
      this.documents.has(id) ? [[id, this.documents.get(id) as StoredDocument<Document>] as const] : [],
    );
    return Promise.resolve(new Map(found));
  }

  async find(query: Query): Promise<Page<Document>> {
    if (!isServed(this.definition as CollectionDefinition<never>, query)) throw new UndeclaredQuery(JSON.stringify(query));
    const fields = (query.sort ?? []).map((name) => name.replace(/^-/, ''));
    const sign = query.sort?.[0]?.startsWith('-') ? -1 : 1;
    const bound = JSON.stringify([query.where, query.sort, query.terms]);
    const entries = this.matching(query, fields).sort((a, b) => sign * compareKeys(a.key, b.key));
    const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor, bound);
    const rest = after ? entries.filter(({ key }) => sign * compareKeys(key, after) > 0) : entries;
    const shown = rest.slice(0, query.limit);
    const last = shown.at(-1);
    const items = shown.map(({ id, row }) => ({ id, row, document: this.documents.get(id)?.document as Document }));
    const next =
      rest.length > shown.length && last ? Buffer.from(JSON.stringify([bound, last.key])).toString('base64url') : undefined;
    return Promise.resolve({ items, next });
  }

  async findRows(query: Query): Promise<RowPage> {
    const { items, next } = await this.find(query);
    return { items: items.map(({ id, row }) => ({ id, row })), next };
  }

  rowsOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly Row[]>> {
    const found = [...new Set(ids)].flatMap((id): (readonly [string, readonly Row[]])[] => {
      const document = this.documents.get(id)?.document;
      const rows = document === undefined ? [] : this.definition.rows(document);
      return rows.length === 0 ? [] : [[id, rows]];
    });
    return Promise.resolve(new Map(found));
  }

  async count(query: Pick<Query, 'where' | 'terms'>, most = Infinity): Promise<number> {
    return Promise.resolve(Math.min(this.matching(query, []).length, most));
  }

  scan(after: string | undefined, limit: number): Promise<readonly StoredDocument<Document>[]> {
    const ids = [...this.documents.keys()].sort().filter((id) => after === undefined || id > after);
    return Promise.resolve(ids.slice(0, limit).map((id) => this.documents.get(id) as StoredDocument<Document>));
  }

  claim(): Promise<number> {
    this.owner += 1;
    return Promise.resolve(this.owner);
  }

  checkpoint(): Promise<Checkpoint | undefined> {
    return Promise.resolve(this.saved);
  }

  write(changes: readonly StoredDocument<Document>[], checkpoint: Checkpoint): Promise<void> {
    if (checkpoint.owner < this.owner) return Promise.reject(new Fenced(this.definition.name));
    for (const change of changes) {
      this.documents.set(change.id, change);
      const text = change.document === undefined ? '' : (this.definition.text?.(change.document) ?? '');
      this.terms.set(change.id, new Set(termsOf(text)));
    }
    this.saved = checkpoint;
    return Promise.resolve();
  }

  private matching(query: Pick<Query, 'where' | 'terms'>, fields: readonly string[]): Entry[] {
    for (const field of Object.keys(query.where))
      if (!Object.hasOwn(this.definition.fields, field)) throw new UndeclaredQuery(`no field ${field}`);
    return [...this.documents.values()].flatMap(({ id, document }) => {
      if (document === undefined) return [];
      if (!(query.terms ?? []).every((term) => this.terms.get(id)?.has(term))) return [];
      return this.definition
        .rows(document)
        .map((row, place) => ({ id, row, key: [...fields.map((name) => row[name] as IndexValue), id, place] }))
        .filter(({ row }) => Object.entries(query.where).every(([name, condition]) => fits(row[name] as IndexValue, condition)));
    });
  }
}

function fits(value: IndexValue, condition: Condition): boolean {
  if (typeof condition !== 'object') return value === condition;
  if ('in' in condition) return condition.in.includes(value);
  return (
    (condition.from === undefined || compareValues(value, condition.from) >= 0) &&
    (condition.before === undefined || compareValues(value, condition.before) < 0)
  );
}

function compareKeys(a: readonly IndexValue[], b: readonly IndexValue[]): number {
  for (const [place, value] of a.entries()) {
    const order = compareValues(value, b[place] as IndexValue);
    if (order !== 0) return order;
  }
  return 0;
}

/** Texts by code points, which is the order of their UTF-8 bytes. */
function compareValues(a: IndexValue, b: IndexValue): number {
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return Number(a) - Number(b);
}

function decodeCursor(cursor: string, bound: string): readonly IndexValue[] {
  try {
    const [of, key] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, readonly IndexValue[]];
    if (of === bound && Array.isArray(key)) return key;
  } catch {
    throw new InvalidCursor('not a cursor');
  }
  throw new InvalidCursor('a cursor of another query');
}
