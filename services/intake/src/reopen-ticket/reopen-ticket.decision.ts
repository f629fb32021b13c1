import type { Reopen } from '@ledgerline/contracts';
import { existing, isRejection, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R8.2: reopening keeps the whole history; the ticket has to be dispatched anew. */
export const reopenTicket: Decide<Reopen, MaybeTicket, TicketEvent> = ({ reason }, state) => {
  const ticket = existing(state);
  if (isRejection(ticket)) return ticket;
  if (!['completed', 'closed', 'refused', 'withdrawn'].includes(ticket.status))
    return rejected('ticket-not-ended', { status: ticket.status });
  return [{ type: 'TicketReopened', data: { person: ticket.person, reason } }];
};
