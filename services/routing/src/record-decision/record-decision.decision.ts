import type { RecordDecision } from '@ledgerline/contracts';
import { hasReached, inUrgentEpisode, isRejection, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R3: the discussion, who took part and the decision. An event can need more than one. */
export const recordDecision: Decide<RecordDecision, MaybeTicket, TicketEvent> = ({ text, participants = [] }, state) => {
  const ticket = inUrgentEpisode(state);
  if (isRejection(ticket)) return ticket;
  if (!hasReached(ticket.urgency, 'acknowledged')) return rejected('urgency-not-acknowledged');
  return [{ type: 'DecisionRecorded', data: { person: ticket.person, text, participants } }];
};
