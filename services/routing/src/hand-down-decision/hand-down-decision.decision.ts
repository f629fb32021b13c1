import type { HandDownDecision } from '@ledgerline/contracts';
import { concernsOneOf, hasReached, inUrgentEpisode, isRejection, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R3: a decision goes down to the call centre and the departments; not to those that the ticket is about (R2.3). */
export const handDownDecision: Decide<HandDownDecision, MaybeTicket, TicketEvent> = ({ departments, text }, state) => {
  const ticket = inUrgentEpisode(state);
  if (isRejection(ticket)) return ticket;
  if (!hasReached(ticket.urgency, 'decided')) return rejected('nothing-decided-yet');
  const concerned = concernsOneOf(ticket, departments);
  if (concerned !== undefined) return rejected('ticket-concerns-department', { department: concerned });
  return [{ type: 'DecisionHandedDown', data: { person: ticket.person, departments, text } }];
};
