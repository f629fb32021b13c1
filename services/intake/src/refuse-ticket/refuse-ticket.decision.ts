import type { Refuse } from '@ledgerline/contracts';
import { isRejection, type MaybeTicket, type TicketEvent, stillOpen } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R1.3: what is out of scope is refused with a reason that the caller gets, and stays on record. */
export const refuseTicket: Decide<Refuse, MaybeTicket, TicketEvent> = ({ reason, text }, state) => {
  const ticket = stillOpen(state);
  if (isRejection(ticket)) return ticket;
  if (ticket.status !== 'registered') return rejected('already-dispatched', { status: ticket.status });
  return [{ type: 'TicketRefused', data: { person: ticket.person, reason, text } }];
};
