import type { Reopen } from '@ledgerline/contracts';
import { existing, isRejection, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/**
 * R8.2: reopening keeps the whole history; the ticket has to be dispatched anew. What is archived stays so, and what is linked
 * goes on where it is linked to: it is unlinked or detached first.
 */
export const reopenTicket: Decide<Reopen, MaybeTicket, TicketEvent> = ({ reason }, state) => {
  const ticket = existing(state);
  if (isRejection(ticket)) return ticket;
  if (ticket.status === 'archived') return rejected('ticket-archived');
  if (!['completed', 'closed', 'refused', 'withdrawn'].includes(ticket.status))
    return rejected('ticket-not-ended', { status: ticket.status });
  if (ticket.duplicateOf !== undefined) return rejected('linked-as-duplicate', { of: ticket.duplicateOf });
  if (ticket.attachedTo !== undefined) return rejected('attached-to-event', { event: ticket.attachedTo });
  return [{ type: 'TicketReopened', data: { person: ticket.person, reason } }];
};
