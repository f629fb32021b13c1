import { isTicketNumber, writtenNumber } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { ticketListCollection } from '../ticket-list/ticket-list.projection.js';

/** The id that a caller's number or an id stands for; undefined for what can be neither. */
export async function idOfTicket(idOrNumber: string, ledgerline: Ledgerline): Promise<string | undefined> {
  const id = isTicketNumber(idOrNumber) ? await idOfNumber(writtenNumber(idOrNumber), ledgerline) : idOrNumber;
  return id !== undefined && /^[a-z0-9-]{1,64}$/.test(id) ? id : undefined;
}

async function idOfNumber(number: string, ledgerline: Ledgerline): Promise<string | undefined> {
  const collection = await ledgerline.live(ticketListCollection);
  const page = await collection.find({ where: { number, scope: 'ticket' }, limit: 2 });
  return page.items.length === 1 ? page.items[0]?.id : undefined;
}
