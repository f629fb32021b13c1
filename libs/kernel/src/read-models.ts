import type { EventStore } from './event-store.js';
import type { Position } from './position.js';

/** A value of an index: never missing. Order: false < true; numbers; strings by code points. */
export type IndexValue = string | number | boolean;
/** One line of a collection's indexes. A document has as many as `rows` gives. */
export type Row = Readonly<Record<string, IndexValue>>;

/**
 * What a read model keeps. A document is any JSON value; it is found by id, by its rows (a ticket has one row for itself
 * and one for each department that has a part in it) and by its terms (words, already cut: `wordsOf`).
 */
export interface CollectionDefinition<Document> {
  /** `[a-z][a-z0-9-]{0,39}` */
  readonly name: string;
  /** Raised with every change of shape: another version is another collection, filled anew. */
  readonly version: number;
  /** Every field of a row and its kind. At most 24. */
  readonly fields: Readonly<Record<string, 'string' | 'number' | 'boolean'>>;
  /** Field lists; a query must be served by one of them (equal fields first, then those of `sort`). The id ends each. */
  readonly indexes: readonly (readonly string[])[];
  /**
   * By field the value that stands for none. Rows that have it need not stand in the indexes that the field is part of, which are
   * then there only for queries that ask the field for something else.
   */
  readonly none?: Readonly<Record<string, IndexValue>>;
  rows(document: Document): readonly Row[];
  /** The text that is searched; the store cuts it into terms (`termsOf`) and does so again only where it changed. */
  text?(document: Document): string;
  /** Members of the document that hold personal data: what an erasure has to clear. */
  readonly personal: readonly string[];
}

/** A document with what makes a repeat a no-op: the last version applied of each stream that feeds it. */
export interface StoredDocument<Document> {
  readonly id: string;
  /** undefined: a tombstone. */
  readonly document: Document | undefined;
  readonly versions: Readonly<Record<string, number>>;
}

export type Condition =
  IndexValue | { readonly in: readonly IndexValue[] } | { readonly from?: IndexValue; readonly before?: IndexValue };

export interface Query {
  readonly where: Readonly<Record<string, Condition>>;
  /**
   * Field names, `-` descends; all in one direction. Among equals the order is the store's own (by id, or as they came), the same from page to page, and a
   * document's rows keep theirs.
   */
  readonly sort?: readonly string[];
  /** At most 200 (or 1,000 for the system's own use). */
  readonly limit: number;
  /** `next` of the page before, of the same generation. @see InvalidCursor */
  readonly cursor?: string;
  /** Documents whose text has all of these terms (`queryTermsOf`). */
  readonly terms?: readonly string[];
}

export interface Page<Document> {
  readonly items: readonly { readonly id: string; readonly document: Document; readonly row: Row }[];
  /** Cursor of the next page; undefined after the last. */
  readonly next: string | undefined;
}

/** A page of index rows alone: what is asked for often is answered without reading documents. */
export interface RowPage {
  readonly items: readonly { readonly id: string; readonly row: Row }[];
  readonly next: string | undefined;
}

/** A checkpoint: what the projection has applied, and the epoch of the owner that applied it. */
export interface Checkpoint {
  readonly position: Position;
  readonly owner: number;
}

/**
 * A filled instance of a definition: `generation` tells a rebuild from the live one. Writes are fenced: an owner that
 * claimed later shuts out those before. No transactions are promised: documents first, then the checkpoint.
 */
export interface Collection<Document> {
  /** Where it stands: of one store no two generations of anything have the same. */
  readonly place: string;
  get(id: string): Promise<StoredDocument<Document> | undefined>;
  getMany(ids: readonly string[]): Promise<ReadonlyMap<string, StoredDocument<Document>>>;
  /** @throws UndeclaredQuery, InvalidCursor */
  find(query: Query): Promise<Page<Document>>;
  /** The same page without its documents. @throws UndeclaredQuery, InvalidCursor */
  findRows(query: Query): Promise<RowPage>;
  /** The rows of documents, in order; those that have none are left out. */
  rowsOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly Row[]>>;
  /** Rows that match; counts at most `most` where given, so that a count is bounded work. */
  count(query: Pick<Query, 'where' | 'terms'>, most?: number): Promise<number>;
  /** All documents in order of id, tombstones too, for comparisons and erasures. */
  scan(after: string | undefined, limit: number): Promise<readonly StoredDocument<Document>[]>;
  /** Takes the projection over. @returns the epoch to write with */
  claim(): Promise<number>;
  checkpoint(): Promise<Checkpoint | undefined>;
  /** @throws Fenced where another owner has claimed since */
  write(changes: readonly StoredDocument<Document>[], checkpoint: Checkpoint): Promise<void>;
}

export interface ReadModels {
  readonly capabilities: { readonly name: string; readonly transactions: boolean; readonly clearsFiles?: boolean };
  /** Makes what is missing (tables, indexes) and opens that generation. */
  collection<Document>(definition: CollectionDefinition<Document>, generation?: number): Promise<Collection<Document>>;
  /** The generation that queries read; 1 until another was put in place. */
  live(definition: CollectionDefinition<never>): Promise<number>;
  /** Puts a rebuilt generation in place of the live one, at once for every reader. */
  replace(definition: CollectionDefinition<never>, generation: number): Promise<void>;
  /** Removes a generation and all of its files' content. Never the live one. */
  drop(definition: CollectionDefinition<never>, generation: number): Promise<void>;
  /**
   * After an erasure: clears out of the files what was overwritten or deleted, and drops what no query reads any more. How far that goes is
   * the store's to say (`capabilities.clearsFiles`).
   *
   * @returns false, having cleared nothing, where some live collection has not come to the position yet
   */
  purge(after: Position, store: Pick<EventStore, 'compare'>): Promise<boolean>;
  close(): Promise<void>;
}

export class Fenced extends Error {
  override readonly name = 'Fenced';
  readonly code = 'fenced';
}
export class UndeclaredQuery extends Error {
  override readonly name = 'UndeclaredQuery';
  readonly code = 'undeclared-query';
}
export class InvalidCursor extends Error {
  override readonly name = 'InvalidCursor';
  readonly code = 'invalid-cursor';
}

/** True where nothing that meets the condition has this value. */
export function isOther(condition: Condition | undefined, value: IndexValue): boolean {
  if (condition === undefined) return false;
  if (typeof condition !== 'object') return condition !== value;
  if ('in' in condition) return !condition.in.includes(value);
  return (
    (condition.from !== undefined && value < condition.from) || (condition.before !== undefined && value >= condition.before)
  );
}

/** True where some declared index has the equal fields in front, then the sorted or ranged ones in order. */
export function isServed(definition: CollectionDefinition<never>, query: Pick<Query, 'where' | 'sort' | 'terms'>): boolean {
  if (query.terms && query.terms.length > 0) return true;
  const equal = Object.keys(query.where).filter((name) => typeof query.where[name] !== 'object');
  const sort = (query.sort ?? []).map((name) => name.replace(/^-/, ''));
  const { none = {} } = definition;
  return definition.indexes.some((index) => {
    if (!index.every((name) => none[name] === undefined || isOther(query.where[name], none[name]))) return false;
    const lead = index.findIndex((name) => !equal.includes(name));
    const rest = lead < 0 ? [] : index.slice(lead);
    if (sort.length > 0) return sort.every((name, place) => rest[place] === name);
    return lead !== 0 || equal.length === 0;
  });
}
