import type { ExplainDecision } from '@ledgerline/contracts';
import { hasReached, inUrgentEpisode, isRejection, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R3: a coordinator explains to the caller what was decided and handed down. */
export const explainDecision: Decide<ExplainDecision, MaybeTicket, TicketEvent> = ({ text, channel }, state) => {
  const ticket = inUrgentEpisode(state);
  if (isRejection(ticket)) return ticket;
  if (!hasReached(ticket.urgency, 'handed-down')) return rejected('decision-not-handed-down');
  return [{ type: 'DecisionExplained', data: { person: ticket.person, text, channel } }];
};
