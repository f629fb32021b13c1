import type { Answer } from '@ledgerline/contracts';
import { isActive, isRejection, type MaybeTicket, type TicketEvent, stillOpen } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R1.4: a simple matter is settled at once by the agent, before anybody else has it, and still ends up on record. */
export const answerTicket: Decide<Answer, MaybeTicket, TicketEvent> = ({ text, articles = [] }, state) => {
  const ticket = stillOpen(state);
  if (isRejection(ticket)) return ticket;
  if (ticket.status !== 'registered') return rejected('already-dispatched', { status: ticket.status });
  if (ticket.parts.some(isActive)) return rejected('departments-are-at-work');
  return [{ type: 'TicketAnswered', data: { person: ticket.person, text, articles } }];
};
