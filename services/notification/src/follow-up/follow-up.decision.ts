import type { FollowUp } from '@ledgerline/contracts';
import { isRejection, notOver, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R6.4: what became of the commitments in principle, told on the date or before; also after the reply. */
export const followUp: Decide<FollowUp, MaybeTicket, TicketEvent> = ({ text }, state) => {
  const ticket = notOver(state);
  if (isRejection(ticket)) return ticket;
  if (ticket.commitments === undefined) return rejected('nothing-to-follow-up');
  return [{ type: 'FollowedUp', data: { person: ticket.person, text } }];
};
