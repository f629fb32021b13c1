import type { Reply } from '@ledgerline/contracts';
import {
  awaitsReplyNow,
  existing,
  isRejection,
  leftNoAddress,
  refusalToReply,
  type MaybeTicket,
  type Terms,
  type Ticket,
  type TicketEvent,
} from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** Channels that need an address; by the others callers come themselves, or fetch the reply with number and secret. */
const addressed: readonly Reply['channel'][] = ['email', 'sms', 'letter'];
/** How a caller without a name is known again: by the secret that only they were given. */
export const bySecret = 'ticket-secret';

/**
 * R7: the approved text unless another is given, word by word on record. A result that may not be published goes to the
 * caller alone, whose identity is verified first; the way is recorded.
 */
export function replyToCaller({ repliesBy }: Pick<Terms, 'repliesBy'>): Decide<Reply, MaybeTicket, TicketEvent> {
  return ({ text, channel, verifiedBy }, state, circumstances) => {
    const ticket = existing(state);
    if (isRejection(ticket)) return ticket;
    if (!awaitsReplyNow(ticket)) return rejected('nothing-to-reply', { status: ticket.status });
    const refusal = refusalToReply(ticket, repliesBy, circumstances);
    if (refusal) return refusal;
    if (ticket.anonymous && leftNoAddress(ticket) && addressed.includes(channel))
      return rejected('caller-left-no-address', { channel });
    const words = text ?? (hasWords(ticket) ? ticket.result?.reply : undefined);
    if (typeof words !== 'string') return rejected('reply-has-no-text');
    const way = verifiedBy ?? (ticket.anonymous && channel === 'web' ? bySecret : undefined);
    if (ticket.result?.publishable === false && way === undefined) return rejected('identity-not-verified');
    const verified = way === undefined ? {} : { verifiedBy: way };
    return [{ type: 'ReplyGiven', data: { person: ticket.person, text: words, channel, ...verified } }];
  };
}

/** What is under review or approved can be said to the caller; what was sent back to the department cannot. */
function hasWords({ status }: Ticket): boolean {
  return status === 'to-reply' || status === 'in-review';
}
