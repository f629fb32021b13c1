import { callTurns } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { callsCollection } from '../call-list/call-list.projection.js';

/** Calls that are looked at for one that can be taken: who was tried at this hour before, or is another agent's since a moment ago, is passed over. */
const [aPage, mostPages] = [50, 8];

/** Ids of calls that are due by the list, in the order in which they are to be made. The list may be a moment old: each is decided on its stream. */
export async function* callsDue(campaign: string, at: string, ledgerline: Ledgerline): AsyncGenerator<string> {
  const calls = await ledgerline.live(callsCollection);
  for (const turn of callTurns) {
    const where = { kind: 'call', campaign, status: 'waiting', turn, dueAt: { before: `${at}~` } };
    let cursor: string | undefined;
    for (let pages = 0; pages < mostPages; pages += 1) {
      const more = cursor === undefined ? {} : { cursor };
      const page = await calls.findRows({ where, sort: ['dueAt'], limit: aPage, ...more });
      for (const { id } of page.items) yield id;
      cursor = page.next;
      if (cursor === undefined) break;
    }
  }
}

/** The one that an agent has before them, by the list. */
export async function callOnHand(
  campaign: string,
  { by, at }: { readonly by: string; readonly at: string },
  ledgerline: Ledgerline,
): Promise<string | undefined> {
  const calls = await ledgerline.live(callsCollection);
  const where = { kind: 'call', campaign, holder: by, heldUntil: { from: at } };
  return (await calls.findRows({ where, sort: ['heldUntil'], limit: 1 })).items[0]?.id;
}
