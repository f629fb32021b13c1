import type { EscalateUrgent } from '@ledgerline/contracts';
import { isRejection, openHere, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R3: agents may raise an open ticket to urgent; what a parent event carries is raised there. */
export const raiseUrgency: Decide<EscalateUrgent, MaybeTicket, TicketEvent> = ({ reason }, state) => {
  const ticket = openHere(state);
  if (isRejection(ticket)) return ticket;
  if (ticket.urgency !== undefined) return rejected('already-urgent');
  return [{ type: 'UrgencyRaised', data: { person: ticket.person, reason } }];
};
