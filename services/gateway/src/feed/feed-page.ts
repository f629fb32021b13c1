import type { Principal } from '@ledgerline/contracts';
import { seesEveryTicket, type CloudEvent } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import type { Position } from '@ledgerline/kernel';
import { cloudEventsOf } from './cloud-events.js';

export interface FeedPage {
  readonly items: readonly CloudEvent[];
  /** Where to go on; null at the log's end. */
  readonly next: Position | null;
  readonly position: Position;
}

/**
 * Commits looked at for one page at most. What is public, and for whom, can lie far apart in the log: beyond that a page comes short, with the place to go on at.
 * Who does not see every ticket costs a question a ticket.
 */
const most = { seesAll: 2_000, asked: 200 };
const readAtOnce = 100;

/** Up to `limit` events after a position. A commit's events stay together, since a position is a commit's: one with more than `limit` of them is a page by itself. */
export async function feedPage(
  { after, limit }: { readonly after: Position | undefined; readonly limit: number },
  principal: Principal,
  ledgerline: Ledgerline,
): Promise<FeedPage> {
  const { store } = ledgerline;
  const items: CloudEvent[] = [];
  let [reached, left] = [after, seesEveryTicket(principal.roles) ? most.seesAll : most.asked];
  while (left > 0) {
    const wanted = Math.min(left, Math.max(limit, readAtOnce));
    const commits = await store.read(reached, wanted);
    const events = Map.groupBy(await cloudEventsOf(commits, principal, ledgerline), ({ position }) => position);
    for (const { position } of commits) {
      const found = events.get(position) ?? [];
      if (items.length > 0 && items.length + found.length > limit)
        return { items, next: reached ?? position, position: reached ?? position };
      items.push(...found);
      reached = position;
    }
    if (commits.length < wanted) return { items, next: null, position: reached ?? (await store.end()) };
    left -= commits.length;
    if (items.length >= limit) break;
  }
  const position = reached ?? (await store.end());
  return { items, next: position, position };
}
