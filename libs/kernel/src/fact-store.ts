import type { Position } from './position.js';

/** What a column holds: whole numbers to 2^31, any number, yes or no, text, bytes. */
export type FactType = 'whole' | 'number' | 'truth' | 'text' | 'bytes';
export type FactValue = number | string | boolean | Uint8Array | null;
/** Values in the order of the table's columns. */
export type FactRow = readonly FactValue[];

/** A table of facts. A row is added once and stays, or is replaced with all others of the same `replacedBy`. */
export interface FactTable {
  readonly columns: Readonly<Record<string, FactType>>;
  /** A column of whole numbers: what a batch says of one of its values takes the place of all rows that have it. */
  readonly replacedBy?: string;
}

export interface FactsDefinition {
  /** Raised with every change of shape or meaning: facts of another version are thrown away and filled anew. */
  readonly version: number;
  readonly tables: Readonly<Record<string, FactTable>>;
  /** Views over the tables by name, in SQL. */
  readonly views?: Readonly<Record<string, string>>;
}

export interface FactBatch {
  /** Up to where in the log these are the facts. */
  readonly position: Position;
  readonly added: ReadonlyMap<string, readonly FactRow[]>;
  /** By column: values whose rows go from every table that is `replacedBy` it, before others are added. */
  readonly replaced: Readonly<Record<string, readonly number[]>>;
}

export type FactAnswer = Readonly<Record<string, FactValue>>;

/** @param values for `$name` in the SQL; all of them, and no others */
export type Ask = (sql: string, values?: Readonly<Record<string, FactValue>>) => Promise<readonly FactAnswer[]>;

/**
 * Facts derived from the log for questions over all of it, in tables that are asked with SQL. A store has one owner, who
 * fills it and through whom everybody asks. Derived: it may be thrown away at any time.
 */
export interface FactStore {
  /** Of the last batch; undefined of an empty store. */
  position(): Promise<Position | undefined>;
  /** Rows and position together or not at all, so that each commit counts once whatever dies when. */
  write(batch: FactBatch): Promise<void>;
  /** Throws everything away: the log it was filled from is not there any more. */
  clear(): Promise<void>;
  readonly ask: Ask;
  /** Everything that is asked inside sees the facts as they were at one moment, whatever is written meanwhile. */
  atOnce<Answer>(questions: (ask: Ask) => Promise<Answer>): Promise<Answer>;
  /** The same in portions, for answers that nobody wants to hold whole. */
  askInPortions(sql: string, values?: Readonly<Record<string, FactValue>>): AsyncIterable<readonly FactRow[]>;
  close(): Promise<void>;
}

/** The store cannot be had on this machine, or not now; the message says why. */
export class FactsUnavailable extends Error {
  override readonly name = 'FactsUnavailable';
  readonly code = 'analytics-unavailable';
}
