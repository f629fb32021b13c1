import { problem, type Problem } from '@ledgerline/contracts';
import { isTicketNumber, writtenNumber } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { ticketListCollection } from '../ticket-list/ticket-list.projection.js';
import { waitFor } from '../wait-for.js';

/** The id that a caller's number or an id stands for. A number that is not in the list yet is waited for: it may be new. */
export async function idOfTicket(idOrNumber: string, ledgerline: Ledgerline): Promise<string | Problem> {
  const known = await idOfTicketNow(idOrNumber, ledgerline);
  if (known !== undefined && known !== ofNobody) return known;
  if (known === undefined) return problem('ticket-not-found');
  const behind = await listIsThere(ledgerline);
  if (behind) return behind;
  const id = await idOfTicketNow(idOrNumber, ledgerline);
  return id === undefined || id === ofNobody ? problem('ticket-not-found') : id;
}

/** Stands for a number that is none: its stream is looked for all the same, so that what is not there costs what is not shown. */
const ofNobody = 'p0-nobody';

/** By the list as it is; undefined for what can be neither id nor number. */
export async function idOfTicketNow(idOrNumber: string, ledgerline: Ledgerline): Promise<string | undefined> {
  if (!isTicketNumber(idOrNumber)) return /^[a-z0-9-]{1,64}$/.test(idOrNumber) ? idOrNumber : undefined;
  const collection = await ledgerline.live(ticketListCollection);
  const where = { number: writtenNumber(idOrNumber), scope: 'ticket' };
  const { items } = await collection.find({ where, limit: 2 });
  return (items.length === 1 ? items[0]?.id : undefined) ?? ofNobody;
}

/** Waits until the list has seen what is in the log now. */
export async function listIsThere(ledgerline: Ledgerline): Promise<Problem | undefined> {
  const end = await ledgerline.store.end();
  return waitFor(end, await ledgerline.live(ticketListCollection), ledgerline);
}
