import type { AttachContact } from '@ledgerline/contracts';
import {
  existing,
  isRejection,
  type ContactEvent,
  type MaybeRecordedContact,
  type MaybeTicket,
  type TicketEvent,
  type OtherTicket,
} from '@ledgerline/domain';
import { idOf, rejected, type Decide, type ProcessManager } from '@ledgerline/kernel';

/** R1.5: a repeated contact joins its ticket, and stays a record of its own. */
export function attachContact(other: OtherTicket | undefined): Decide<AttachContact, MaybeRecordedContact, ContactEvent> {
  return ({ ticket }, contact) => {
    if (contact === undefined) return rejected('contact-not-found');
    if (other === undefined) return rejected('unknown-ticket', { ticket });
    if (contact.ticket !== undefined) return rejected('contact-already-attached', { ticket: contact.ticket });
    return [{ type: 'ContactAttached', data: { ticket: other.id } }];
  };
}

export const joinContact: Decide<{ readonly contact: string }, MaybeTicket, TicketEvent> = ({ contact }, state) => {
  const ticket = existing(state);
  if (isRejection(ticket)) return ticket;
  return ticket.contacts?.includes(contact) ? rejected('contact-already-joined') : [{ type: 'ContactJoined', data: { contact } }];
};

/** The second of the two commands: the ticket learns of the contact. */
export const joinContacts: ProcessManager = {
  name: 'join-contacts',
  version: 1,
  categories: ['contact'],
  events: ['ContactAttached'],
  react: (_contact, { data, stream }) => [
    {
      step: 'join',
      service: 'intake',
      command: 'join-contact',
      target: (data as { readonly ticket: string }).ticket,
      data: { contact: idOf(stream) },
    },
  ],
};
