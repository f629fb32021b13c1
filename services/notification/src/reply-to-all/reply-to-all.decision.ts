import type { ReplyToAll } from '@ledgerline/contracts';
import { existing, isRejection, type MaybeTicket, type Ticket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/**
 * R1.6: in bulk. A process manager gives each child a reply of its own; who was replied to singly before gets no other. What
 * may not be published goes to each caller alone, whose identity is verified first (R7.2): then there is no bulk.
 */
export const replyToAll: Decide<ReplyToAll, MaybeTicket, TicketEvent> = ({ text, channel }, state) => {
  const ticket = existing(state);
  if (isRejection(ticket)) return ticket;
  if (!ticket.parent) return rejected('not-a-parent-event');
  if (!hasAnAnswer(ticket)) return rejected('nothing-to-reply', { status: ticket.status });
  const { children = 0 } = ticket;
  if (children === 0) return rejected('has-no-children');
  if (ticket.result?.publishable === false) return rejected('result-is-for-each-caller-alone');
  const order = (ticket.replyToAll?.order ?? 0) + 1;
  return [{ type: 'ReplyToAllOrdered', data: { person: ticket.person, text, channel, order, children } }];
};

/** Approved and checked, or replied already; an urgent event is told about before the approval (deadlines.md, "Urgent"). */
function hasAnAnswer({ level, status }: Ticket): boolean {
  if (['to-reply', 'completed', 'closed'].includes(status)) return true;
  return level === 'urgent' && ['dispatched', 'in-progress', 'in-review'].includes(status);
}
