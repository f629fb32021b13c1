import { isOther, type Collection, type IndexValue, type Query, type Row } from '@ledgerline/kernel';

type Where = Query['where'];

/** Whether a ticket can have several rows that fit: those of the parts of several departments, or of several things that wait. */
export function canRepeat({ department, awaits }: Where): boolean {
  return awaits !== undefined || (typeof department === 'object' && 'in' in department);
}

/** Of several rows of a ticket that fit, the first in the list's order is the one under which it is listed. */
export function isFirstOf(row: Row, rows: readonly Row[], { where, sort = [] }: Pick<Query, 'where' | 'sort'>): boolean {
  const fitting = rows.filter((one) => fits(one, where));
  const [first] = fitting.toSorted((one, other) => inOrder(one, other, sort));
  return first === undefined || isSame(first, row);
}

/** Whether some of the rows fits one of these. */
export function fitAny(rows: readonly Row[], wheres: readonly Where[]): boolean {
  return wheres.some((where) => rows.some((row) => fits(row, where)));
}

/** How many different tickets fit, up to a number of them. */
export async function countOnce(
  collection: Pick<Collection<unknown>, 'findRows'>,
  { where, terms }: Pick<Query, 'where' | 'terms'>,
  most: number,
): Promise<number> {
  const found = new Set<string>();
  let cursor: string | undefined;
  do {
    const at = cursor === undefined ? {} : { cursor };
    const page = await collection.findRows({ where, ...(terms === undefined ? {} : { terms }), limit: 1_000, ...at });
    for (const { id } of page.items) found.add(id);
    cursor = page.next;
  } while (cursor !== undefined && found.size < most);
  return Math.min(found.size, most);
}

function fits(row: Row, where: Where): boolean {
  return Object.entries(where).every(([field, condition]) => !isOther(condition, row[field] as IndexValue));
}

/** Rows of the same sort value stay in the order in which they stand, as in every read model. */
function inOrder(one: Row, other: Row, sort: readonly string[]): number {
  for (const name of sort) {
    const [field, sign] = name.startsWith('-') ? [name.slice(1), -1] : [name, 1];
    const [a, b] = [one[field] as IndexValue, other[field] as IndexValue];
    if (a !== b) return a < b ? -sign : sign;
  }
  return 0;
}

function isSame(one: Row, other: Row): boolean {
  return Object.entries(one).every(([field, value]) => other[field] === value);
}
