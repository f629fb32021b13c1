import type { AcknowledgeUrgent } from '@ledgerline/contracts';
import { hasReached, inUrgentEpisode, isRejection, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R3: the first executive who acknowledges ends the reminders; the episode is theirs to decide. */
export const acknowledgeUrgency: Decide<AcknowledgeUrgent, MaybeTicket, TicketEvent> = (_command, state) => {
  const ticket = inUrgentEpisode(state);
  if (isRejection(ticket)) return ticket;
  if (hasReached(ticket.urgency, 'acknowledged')) return rejected('urgency-already-acknowledged');
  return [{ type: 'UrgencyAcknowledged', data: {} }];
};
