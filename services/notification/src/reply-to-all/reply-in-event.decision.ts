import { existing, isOpen, isRejection, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

export interface ReplyInEvent {
  /** The parent event that the child still has to hang under. */
  readonly event: string;
  readonly text: string;
  readonly channel: string;
}

/** R1.6: the child's own reply from the order for all; who has one already, or was detached meanwhile, gets none. */
export const replyInEvent: Decide<ReplyInEvent, MaybeTicket, TicketEvent> = ({ event, text, channel }, state) => {
  const ticket = existing(state);
  if (isRejection(ticket)) return ticket;
  if (ticket.attachedTo !== event) return rejected('not-its-child');
  if (!isOpen(ticket)) return rejected('nothing-to-reply', { status: ticket.status });
  return [{ type: 'ReplyGiven', data: { person: ticket.person, text, channel } }];
};
