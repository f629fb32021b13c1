import type { Contact, MaybeTicket, TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** The ticket that a contact opens, from the contact's own words: the same whoever finishes the registration. */
export function registerFromContact(contactId: string, contact: NonNullable<Contact>): Decide<unknown, MaybeTicket, TicketEvent> {
  return (_command, ticket) => {
    if (ticket) return rejected('ticket-already-registered');
    const { ticket: _ticket, callId: _callId, externalId: _externalId, ...request } = contact;
    return [{ type: 'TicketRegistered', data: { ...request, contact: contactId } }];
  };
}
