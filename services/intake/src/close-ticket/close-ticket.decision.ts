import type { Close } from '@ledgerline/contracts';
import { existing, isRejection, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R8.2: completed (办结) is not closed (结案): closing is a decision of its own, with a code. */
export const closeTicket: Decide<Close, MaybeTicket, TicketEvent> = ({ code }, state) => {
  const ticket = existing(state);
  if (isRejection(ticket)) return ticket;
  if (ticket.status !== 'completed') return rejected('ticket-not-completed', { status: ticket.status });
  return [{ type: 'TicketClosed', data: { code } }];
};
