import type { Reply } from '@ledgerline/contracts';
import { existing, isRejection, type MaybeTicket, type Ticket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/**
 * R7: the approved text unless another is given, word by word on record. A result that may not be published goes to the
 * caller alone, whose identity is verified first; the way is recorded.
 */
export const replyToCaller: Decide<Reply, MaybeTicket, TicketEvent> = ({ text, channel, verifiedBy }, state) => {
  const ticket = existing(state);
  if (isRejection(ticket)) return ticket;
  if (ticket.status !== 'to-reply' && !mayBeRepliedToEarly(ticket))
    return rejected('nothing-to-reply', { status: ticket.status });
  const words = text ?? ticket.result?.reply;
  if (typeof words !== 'string') return rejected('reply-has-no-text');
  if (ticket.result?.publishable === false && verifiedBy === undefined) return rejected('identity-not-verified');
  const verified = verifiedBy === undefined ? {} : { verifiedBy };
  return [{ type: 'ReplyGiven', data: { person: ticket.person, text: words, channel, ...verified } }];
};

/** deadlines.md, "Urgent": the reply need not wait for the manager's approval; that follows. */
function mayBeRepliedToEarly({ level, status }: Ticket): boolean {
  return level === 'urgent' && ['dispatched', 'in-progress', 'in-review'].includes(status);
}
