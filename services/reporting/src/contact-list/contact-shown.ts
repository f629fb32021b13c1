import type { Principal } from '@ledgerline/contracts';
import { contactFold, seesEveryTicket, sightOf, type CallTransfer } from '@ledgerline/domain';
import { idOfRegistration, type Ledgerline } from '@ledgerline/host';
import { isErased, streamName } from '@ledgerline/kernel';
import { ticketListCollection } from '../ticket-list/ticket-list.projection.js';
import type { ListedContact } from './contact-list.projection.js';

/**
 * Calls as somebody may know of them: who called when is the call centre's to know, but which ticket came of it and what was said
 * only where that ticket shows (R7.2). Who sees every ticket need not be asked about each.
 */
export async function contactsShown(
  contacts: readonly ListedContact[],
  principal: Principal,
  ledgerline: Ledgerline,
): Promise<readonly ListedContact[]> {
  if (seesEveryTicket(principal.roles)) return contacts;
  const ticketsOf = new Map(
    await Promise.all(contacts.map(async (one) => [one.id, await ticketsOfCall(one, ledgerline)] as const)),
  );
  const isHidden = await hiddenFrom(principal, [...ticketsOf.values()].flat(), ledgerline);
  return contacts.map((contact) => (ticketsOf.get(contact.id)?.some(isHidden) ? withoutTicket(contact) : contact));
}

/** To whom a call was to be handed over; the record that was to open there is told where that ticket shows. */
export async function transfersShown(
  transfers: readonly CallTransfer[],
  principal: Principal,
  ledgerline: Ledgerline,
): Promise<readonly CallTransfer[]> {
  const tickets = transfers.flatMap(({ ticket }) => ticket ?? []);
  if (tickets.length === 0 || seesEveryTicket(principal.roles)) return transfers;
  const isHidden = await hiddenFrom(principal, tickets, ledgerline);
  return transfers.map(({ ticket, ...transfer }) =>
    ticket === undefined || isHidden(ticket) ? transfer : { ...transfer, ticket },
  );
}

async function hiddenFrom(
  principal: Principal,
  ids: readonly string[],
  ledgerline: Ledgerline,
): Promise<(id: string) => boolean> {
  const tickets = await (await ledgerline.live(ticketListCollection)).getMany([...new Set(ids)]);
  return (id) => {
    const ticket = tickets.get(id)?.document;
    // One that lists do not have yet is not shown before they say that it may be.
    return ticket === undefined || typeof sightOf(ticket, principal) === 'string';
  };
}

/** What was made of it by hand, and what the same call opened. */
async function ticketsOfCall({ ticket, callId }: ListedContact, ledgerline: Ledgerline): Promise<readonly string[]> {
  const found = ticket === undefined ? [] : [ticket];
  if (callId === undefined || isErased(callId)) return found;
  const registered = streamName('contact', idOfRegistration(callId, ledgerline));
  const { state } = await ledgerline.commands.current(registered, contactFold);
  return state === undefined ? found : [...found, state.ticket];
}

function withoutTicket({ ticket: _ticket, recording: _recording, ...contact }: ListedContact): ListedContact {
  return contact;
}
