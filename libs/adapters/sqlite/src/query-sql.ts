import {
  InvalidCursor,
  isOther,
  isServed,
  UndeclaredQuery,
  type CollectionDefinition,
  type Condition,
  type IndexValue,
  type Query,
} from '@ledgerline/kernel';
import { hash } from 'node:crypto';

export type SqlValue = string | number;

/** Table names of one generation of a collection. */
export interface Tables {
  readonly documents: string;
  readonly rows: string;
  readonly terms: string;
}

export function tablesOf({ name, version }: Pick<CollectionDefinition<never>, 'name' | 'version'>, generation: number): Tables {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(name)) throw new TypeError(`not a collection name: ${name}`);
  const stem = `${name.replaceAll('-', '_')}_v${version}_g${generation}`;
  return { documents: `${stem}_documents`, rows: `${stem}_rows`, terms: `${stem}_terms` };
}

/**
 * What orders equals: the key that a document got when it came, and the row's number. By id every row would go to a place of its own in each index, a page
 * written for each; so those that share a value, or have growing ones, go to its end.
 */
export const ties = ['doc', 'n'] as const;

export function column(field: string): string {
  return `f_${field}`;
}

export function sqlValue(value: IndexValue): SqlValue {
  return typeof value === 'boolean' ? Number(value) : value;
}

/** Written out, word for word as in the index that has only such rows: SQLite then knows that the index will do. */
export function isNot(name: string, none: IndexValue): string {
  return `${name} <> ${typeof none === 'string' ? `'${none.replaceAll("'", "''")}'` : Number(none)}`;
}

/** A term as FTS5's ascii tokenizer leaves it whole: no ASCII character in it but letters and digits. */
export function encodedTerm(term: string): string {
  return term.replaceAll(/[^a-z0-9\u0080-\uffff]/g, '\u2d4c');
}

const wholeAsTheyAre = /^[a-z0-9\u0080-\uffff\n]*$/;

/** The terms of a text as FTS5 gets them: nearly always they need no look one by one. */
export function encodedTerms(terms: readonly string[]): string {
  const text = terms.join('\n');
  return wholeAsTheyAre.test(text) ? text : terms.map(encodedTerm).join('\n');
}

/** The page's SQL: a walk along one index from the cursor on; with each row's document, or the rows alone: id, ties and the fields. */
export function pageSql(
  definition: CollectionDefinition<never>,
  tables: Tables,
  query: Query,
  what: 'documents' | 'rows' = 'documents',
) {
  if (!isServed(definition, query))
    throw new UndeclaredQuery(JSON.stringify({ where: Object.keys(query.where), sort: query.sort }));
  const fields = (query.sort ?? []).map((name) => name.replace(/^-/, ''));
  const descends = query.sort?.[0]?.startsWith('-') ?? false;
  const { clauses, values } = conditions(definition, tables, query);
  const key = [...fields.map(column), ...ties];
  const bound = hash('sha1', JSON.stringify([tables.rows, query.where, query.sort, query.terms]), 'base64url').slice(0, 12);
  if (query.cursor !== undefined) {
    const after = decodeCursor(query.cursor, bound, key.length);
    clauses.push(`(${key.map((name) => `r.${name}`).join(', ')}) ${descends ? '<' : '>'} (${key.map(() => '?').join(', ')})`);
    values.push(...after);
  }
  const where = clauses.length > 0 ? `WHERE ${clauses.join(' AND ')}` : '';
  const order = key.map((name) => `r.${name} ${descends ? 'DESC' : 'ASC'}`).join(', ');
  const columns = ['id', ...ties, ...Object.keys(definition.fields).map(column)];
  const from =
    what === 'rows'
      ? `SELECT ${columns.map((name) => `r.${name}`).join(', ')} FROM ${tables.rows} r`
      : `SELECT r.*, d.document FROM ${tables.rows} r JOIN ${tables.documents} d ON d.key = r.doc`;
  const sql = `${from} ${where} ORDER BY ${order} LIMIT ?`;
  const cursorOf = (row: Record<string, SqlValue>) =>
    Buffer.from(JSON.stringify([bound, ...key.map((name) => row[name])])).toString('base64url');
  return { sql, values: [...values, query.limit + 1], cursorOf };
}

export function countSql(
  definition: CollectionDefinition<never>,
  tables: Tables,
  query: Pick<Query, 'where' | 'terms'>,
  most: number,
) {
  const { clauses, values } = conditions(definition, tables, query);
  const where = clauses.length > 0 ? `WHERE ${clauses.join(' AND ')}` : '';
  return { sql: `SELECT count(*) AS count FROM (SELECT 1 FROM ${tables.rows} r ${where} LIMIT ?)`, values: [...values, most] };
}

function conditions(definition: CollectionDefinition<never>, tables: Tables, query: Pick<Query, 'where' | 'terms'>) {
  const clauses: string[] = [];
  const values: SqlValue[] = [];
  for (const [field, condition] of Object.entries(query.where)) {
    if (!Object.hasOwn(definition.fields, field)) throw new UndeclaredQuery(`no field ${field}`);
    add(`r.${column(field)}`, condition);
    const none = definition.none?.[field];
    if (none !== undefined && isOther(condition, none)) clauses.push(isNot(`r.${column(field)}`, none));
  }
  if (query.terms && query.terms.length > 0) {
    clauses.push(`r.doc IN (SELECT rowid FROM ${tables.terms} WHERE ${tables.terms} MATCH ?)`);
    values.push(query.terms.map((term) => `"${encodedTerm(term)}"`).join(' AND '));
  }
  return { clauses, values };

  function compare(clause: string, value: IndexValue): void {
    clauses.push(clause);
    values.push(sqlValue(value));
  }

  function add(name: string, condition: Condition): void {
    if (typeof condition !== 'object') {
      clauses.push(`${name} = ?`);
      values.push(sqlValue(condition));
    } else if ('in' in condition) {
      clauses.push(`${name} IN (${condition.in.map(() => '?').join(', ')})`);
      values.push(...condition.in.map(sqlValue));
    } else {
      if (condition.from !== undefined) compare(`${name} >= ?`, condition.from);
      if (condition.before !== undefined) compare(`${name} < ?`, condition.before);
    }
  }
}

function decodeCursor(cursor: string, bound: string, length: number): readonly SqlValue[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch (error) {
    throw new InvalidCursor('not a cursor', { cause: error });
  }
  const [of, ...key] = Array.isArray(parsed) ? (parsed as unknown[]) : [];
  if (of !== bound || key.length !== length || !key.every((part) => typeof part === 'string' || typeof part === 'number'))
    throw new InvalidCursor('a cursor of another query');
  return key as SqlValue[];
}
