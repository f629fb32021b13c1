import { Refusal } from './client.ts';

/** Calls that are under way at the same time: quick enough for many, and no burden for the others. */
const atOnce = 4;

export interface Refused<Item> {
  readonly item: Item;
  readonly code: string;
}

/**
 * One call for each of several things; each is decided by itself, and each refusal by the rules is told.
 *
 * @throws Refusal of what was wrong with the call itself, or where nobody decided anything
 */
export async function forEachOne<Item>(
  items: readonly Item[],
  call: (item: Item) => Promise<unknown>,
): Promise<readonly Refused<Item>[]> {
  const refused: Refused<Item>[] = [];
  const one = async (item: Item) => {
    try {
      await call(item);
    } catch (error) {
      if (!(error instanceof Refusal) || error.isPassing || error.status === 400) throw error;
      refused.push({ item, code: error.code });
    }
  };
  for (let first = 0; first < items.length; first += atOnce) await Promise.all(items.slice(first, first + atOnce).map(one));
  return refused;
}
