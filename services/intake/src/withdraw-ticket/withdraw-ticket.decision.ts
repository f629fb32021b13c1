import type { Withdraw } from '@ledgerline/contracts';
import { isRejection, type MaybeTicket, type TicketEvent, stillOpen } from '@ledgerline/domain';
import type { Decide } from '@ledgerline/kernel';

/** R8.2 (撤单): the caller takes the matter back while it is open. */
export const withdrawTicket: Decide<Withdraw, MaybeTicket, TicketEvent> = ({ reason }, state) => {
  const ticket = stillOpen(state);
  if (isRejection(ticket)) return ticket;
  return [{ type: 'TicketWithdrawn', data: { person: ticket.person, reason } }];
};
