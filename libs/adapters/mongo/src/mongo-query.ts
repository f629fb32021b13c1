import { InvalidCursor, isServed, UndeclaredQuery, type CollectionDefinition, type Condition, type IndexValue, type Query } from '@ledgerline/kernel'; // prettier-ignore
import type { Document as Filter } from 'mongodb';
import { hash } from 'node:crypto';

/** The member of a row's record that holds an indexed field. */
export function member(field: string): string {
  return `f_${field}`;
}

/** What a page needs: filter, order and the way to the next one. */
export interface PagePlan {
  readonly filter: Filter;
  readonly sort: Readonly<Record<string, 1 | -1>>;
  readonly cursorOf: (record: Filter) => string;
}

export function planPage(definition: CollectionDefinition<never>, query: Query): PagePlan {
  if (!isServed(definition, query))
    throw new UndeclaredQuery(JSON.stringify({ where: Object.keys(query.where), sort: query.sort }));
  const fields = (query.sort ?? []).map((name) => name.replace(/^-/, ''));
  const direction = query.sort?.[0]?.startsWith('-') ? -1 : 1;
  const key = [...fields.map(member), 'id', 'n'];
  const bound = hash('sha1', JSON.stringify([definition.name, query.where, query.sort, query.terms]), 'base64url').slice(0, 12);
  const clauses = conditions(definition, query);
  if (query.cursor !== undefined) clauses.push(...beyond(key, decodeCursor(query.cursor, bound, key.length), direction));
  return {
    filter: clauses.length > 0 ? { $and: clauses } : {},
    sort: Object.fromEntries(key.map((name) => [name, direction])),
    cursorOf: (record) => Buffer.from(JSON.stringify([bound, ...key.map((name) => record[name])])).toString('base64url'),
  };
}

export function planCount(definition: CollectionDefinition<never>, query: Pick<Query, 'where' | 'terms'>): Filter {
  const clauses = conditions(definition, query);
  return clauses.length > 0 ? { $and: clauses } : {};
}

export function fits(value: IndexValue | undefined, condition: Condition): boolean {
  if (value === undefined) return false;
  if (typeof condition !== 'object') return value === condition;
  if ('in' in condition) return condition.in.includes(value);
  return (
    (condition.from === undefined || value >= condition.from) && (condition.before === undefined || value < condition.before)
  );
}

function conditions(definition: CollectionDefinition<never>, query: Pick<Query, 'where' | 'terms'>): Filter[] {
  const clauses: Filter[] = [];
  for (const [field, condition] of Object.entries(query.where)) {
    if (!Object.hasOwn(definition.fields, field)) throw new UndeclaredQuery(`no field ${field}`);
    if (typeof condition !== 'object') clauses.push({ [member(field)]: condition });
    else if ('in' in condition) clauses.push({ [member(field)]: { $in: condition.in } });
    else {
      if (condition.from !== undefined) clauses.push({ [member(field)]: { $gte: condition.from } });
      if (condition.before !== undefined) clauses.push({ [member(field)]: { $lt: condition.before } });
    }
  }
  if (query.terms && query.terms.length > 0) clauses.push({ terms: { $all: query.terms } });
  return clauses;
}

/** Strictly after the key: the first member bounds the walk along the index, the rest is compared step by step. */
function beyond(key: readonly string[], after: readonly IndexValue[], direction: 1 | -1): Filter[] {
  const past = direction === 1 ? '$gt' : '$lt';
  const steps = key.map((name, place) => ({
    ...Object.fromEntries(key.slice(0, place).map((before, at) => [before, after[at]])),
    [name]: { [past]: after[place] },
  }));
  return [{ [key[0] as string]: { [`${past}e`]: after[0] } }, { $or: steps }];
}

function decodeCursor(cursor: string, bound: string, length: number): readonly IndexValue[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch (error) {
    throw new InvalidCursor('not a cursor', { cause: error });
  }
  const [of, ...key] = Array.isArray(parsed) ? (parsed as unknown[]) : [];
  const isValue = (part: unknown) => typeof part === 'string' || typeof part === 'number' || typeof part === 'boolean';
  if (of !== bound || key.length !== length || !key.every(isValue)) throw new InvalidCursor('a cursor of another query');
  return key as IndexValue[];
}
