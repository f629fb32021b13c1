import type { AcceptResult } from '@ledgerline/contracts';
import { concernsOneOf, existing, isRejection, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R4.3: the call centre's check finds that the result answers the question and was really done. */
export const acceptResult: Decide<AcceptResult, MaybeTicket, TicketEvent> = (_command, state, { actor }) => {
  const ticket = existing(state);
  if (isRejection(ticket)) return ticket;
  if (ticket.status !== 'to-check') return rejected('nothing-to-check', { status: ticket.status });
  const concerned = concernsOneOf(ticket, actor.departments ?? []);
  if (concerned !== undefined) return rejected('ticket-concerns-department', { department: concerned });
  return [{ type: 'ResultAccepted', data: {} }];
};
