import type { Principal } from '@ledgerline/contracts';
import type { Collection, Query, Row } from '@ledgerline/kernel';
import { listedFor } from './listed-for.js';
import { canRepeat, isFirstOf } from './once-each.js';
import { ticketListCollection, type ListedTicket } from './ticket-list.projection.js';

/** Pages that one answer may look through for a line that shows. */
const mostPages = 20;
/** Lines that a count may look through one by one. */
const mostCounted = 1_000;

type Tickets = Pick<Collection<ListedTicket>, 'find'>;

/**
 * A page of what the asker may see. Lines that were only found by what they may not see are left out, so a page can be shorter
 * than was asked for; an empty one is the last.
 */
export async function shownPage(principal: Principal, collection: Tickets, query: Query) {
  let cursor = query.cursor;
  for (let pages = 0; ; pages += 1) {
    const page = await collection.find({ ...query, ...(cursor === undefined ? {} : { cursor }) });
    const items = page.items.flatMap(({ row, document }) =>
      isListedUnder(row, document, query) ? (listedFor(principal, query.terms, document) ?? []) : [],
    );
    if (items.length > 0 || page.next === undefined || pages >= mostPages)
      return { items, ...(page.next === undefined ? {} : { next: page.next }) };
    cursor = page.next;
  }
}

/** As many of a search as the asker may see, looked at one by one; beyond a bound the count is not exact. */
export async function shownCount(principal: Principal, collection: Tickets, query: Query) {
  let [count, looked, cursor] = [0, 0, undefined as string | undefined];
  do {
    const page = await collection.find({ ...query, limit: 200, sort: [], ...(cursor === undefined ? {} : { cursor }) });
    count += page.items.filter(
      ({ row, document }) => isListedUnder(row, document, query) && listedFor(principal, query.terms, document) !== undefined,
    ).length;
    looked += page.items.length;
    cursor = page.next;
  } while (cursor !== undefined && looked < mostCounted);
  return { count, exact: cursor === undefined };
}

/** Somebody of several departments that have parts of a ticket is listed it once. */
function isListedUnder(row: Row, document: ListedTicket, query: Query): boolean {
  return !canRepeat(query.where) || isFirstOf(row, ticketListCollection.rows(document), query);
}
