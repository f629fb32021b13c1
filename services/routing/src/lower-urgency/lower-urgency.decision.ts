import type { DowngradeUrgent } from '@ledgerline/contracts';
import { calmLevelOf, isRejection, stillOpen, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R3: lowered by a coordinator alone, with a reason, to the level from which it was raised unless another is named. */
export const lowerUrgency: Decide<DowngradeUrgent, MaybeTicket, TicketEvent> = ({ reason, level }, state) => {
  const ticket = stillOpen(state);
  if (isRejection(ticket)) return ticket;
  if (ticket.level !== 'urgent') return rejected('not-urgent', { level: ticket.level });
  return [{ type: 'UrgencyLowered', data: { person: ticket.person, level: level ?? calmLevelOf(ticket), reason } }];
};
