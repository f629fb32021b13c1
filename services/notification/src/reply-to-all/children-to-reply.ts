import type { TicketEvent } from '@ledgerline/domain';
import type { Fold, Personal } from '@ledgerline/kernel';

/** What a parent event's stream says of its children and of the replies that were ordered for them. */
export interface ChildrenToReply {
  readonly children: readonly string[];
  readonly order?: { readonly order: number; readonly text: Personal<string>; readonly channel: string };
}

/** Folded where a reply to all is ordered, and nowhere else: a ticket's own fold only counts its children. */
export const childrenToReply: Fold<ChildrenToReply> = {
  initial: { children: [] },
  looksInside: ['ReplyToAllOrdered'],
  evolve(known, recorded) {
    const event = recorded as unknown as TicketEvent;
    switch (event.type) {
      case 'ChildAttached':
        return { ...known, children: [...known.children, event.data.child] };
      case 'ChildDetached':
        return { ...known, children: known.children.filter((child) => child !== event.data.child) };
      case 'ReplyToAllOrdered': {
        const { order, text, channel } = event.data;
        return { ...known, order: { order, text, channel } };
      }
      default:
        return known;
    }
  },
};
