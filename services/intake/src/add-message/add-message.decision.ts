import type { AddMessage } from '@ledgerline/contracts';
import { existing, isRejection, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R1.5: a repeated contact about the same matter joins the ticket, whatever its state short of the archive. */
export const addMessage: Decide<AddMessage, MaybeTicket, TicketEvent> = ({ from, channel, text, attachments = [] }, state) => {
  const ticket = existing(state);
  if (isRejection(ticket)) return ticket;
  if (ticket.status === 'archived') return rejected('ticket-archived');
  const data = { person: ticket.person, from, text, attachments, ...(channel === undefined ? {} : { channel }) };
  return [{ type: 'MessageAdded', data }];
};
