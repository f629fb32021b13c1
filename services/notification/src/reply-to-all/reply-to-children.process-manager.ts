import type { TicketEvent } from '@ledgerline/domain';
import { idOf, type ProcessManager, type Reaction } from '@ledgerline/kernel';
import { childrenToReply, type ChildrenToReply } from './children-to-reply.js';

/**
 * One reply a child, each a command whose id names the order and the child: cut off in the middle, it sends them all again and
 * those that were given are given once. A child of which the parent learns after the order gets its own when it is known.
 */
export const replyToChildren: ProcessManager<ChildrenToReply> = {
  name: 'reply-to-children',
  version: 1,
  categories: ['ticket'],
  events: ['ReplyToAllOrdered', 'ChildAttached'],
  fold: childrenToReply,
  concerns: (event) =>
    event.type === 'ReplyToAllOrdered' || (event.data as { readonly owesReply?: number }).owesReply !== undefined,
  react(known, recorded) {
    const event = recorded as unknown as TicketEvent;
    if (event.type === 'ReplyToAllOrdered')
      return known.children.flatMap((child) => replyTo(child, idOf(recorded.stream), known));
    return event.type === 'ChildAttached' ? replyTo(event.data.child, idOf(recorded.stream), known) : [];
  },
};

/** Nothing where the caller of the parent was erased, and the words with them. */
function replyTo(child: string, event: string, { order }: ChildrenToReply): readonly Reaction[] {
  if (order === undefined || typeof order.text !== 'string') return [];
  const data = { event, text: order.text, channel: order.channel };
  return [{ step: child, service: 'notification', command: 'reply-in-event', target: child, data }];
}
