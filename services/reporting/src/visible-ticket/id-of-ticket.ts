import { problem, type Problem } from '@ledgerline/contracts';
import { isTicketNumber, writtenNumber } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { ticketListCollection } from '../ticket-list/ticket-list.projection.js';
import { waitFor } from '../wait-for.js';

/** The id that a caller's number or an id stands for. A number that is not in the list yet is waited for: it may be new. */
export async function idOfTicket(idOrNumber: string, ledgerline: Ledgerline): Promise<string | Problem> {
  const id = isTicketNumber(idOrNumber) ? await idOfNumber(writtenNumber(idOrNumber), ledgerline) : idOrNumber;
  return typeof id !== 'string' || /^[a-z0-9-]{1,64}$/.test(id) ? id : problem('ticket-not-found');
}

async function idOfNumber(number: string, ledgerline: Ledgerline): Promise<string | Problem> {
  const collection = await ledgerline.live(ticketListCollection);
  const listed = async () => {
    const { items } = await collection.find({ where: { number, scope: 'ticket' }, limit: 2 });
    return items.length === 1 ? items[0]?.id : undefined;
  };
  const known = await listed();
  if (known !== undefined) return known;
  const behind = await waitFor(await ledgerline.store.end(), collection, ledgerline);
  return behind ?? (await listed()) ?? problem('ticket-not-found');
}
