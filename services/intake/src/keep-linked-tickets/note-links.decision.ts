import { existing, isRejection, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';
import { whyNoChildren } from '../attach-to-event/attach-to-event.decision.js';
import { whyNoDuplicates } from '../link-duplicate/link-duplicate.decision.js';

/**
 * The second of the two commands of attaching, linking and undoing them (rule 4): what the other ticket learns. Where it
 * cannot take what was linked (two linked each other at the same moment) it says so, and the first is undone.
 */
export interface NoteChild {
  readonly child: string;
  readonly attachedAt: string;
}

/** A reply to all that was ordered when this one hung here already, and was not known yet, is owed to it too. */
export const noteChild: Decide<NoteChild, MaybeTicket, TicketEvent> = ({ child, attachedAt }, state) => {
  const ticket = existing(state);
  if (isRejection(ticket)) return ticket;
  const refusal = whyNoChildren(ticket);
  if (refusal !== undefined) return [{ type: 'ChildRefused', data: { child, why: refusal.rejection } }];
  const order = ticket.replyToAll;
  const owed = order !== undefined && attachedAt <= order.at ? { owesReply: order.order } : {};
  return [{ type: 'ChildAttached', data: { child, attachedAt, ...owed } }];
};

export const releaseChild: Decide<{ readonly child: string }, MaybeTicket, TicketEvent> = ({ child }, state) => {
  const ticket = existing(state);
  if (isRejection(ticket)) return ticket;
  const hangsHere = (ticket.children ?? 0) > 0 && ticket.refusedChildren?.includes(child) !== true;
  return hangsHere ? [{ type: 'ChildDetached', data: { child } }] : rejected('not-its-child');
};

export const noteDuplicate: Decide<{ readonly duplicate: string }, MaybeTicket, TicketEvent> = ({ duplicate }, state) => {
  const ticket = existing(state);
  if (isRejection(ticket)) return ticket;
  const refusal = whyNoDuplicates(ticket);
  if (refusal !== undefined) return [{ type: 'DuplicateRefused', data: { duplicate, why: refusal.rejection } }];
  if (ticket.duplicates?.includes(duplicate)) return rejected('duplicate-already-noted');
  return [{ type: 'DuplicateNoted', data: { duplicate } }];
};

export const releaseDuplicate: Decide<{ readonly duplicate: string }, MaybeTicket, TicketEvent> = ({ duplicate }, state) =>
  state?.duplicates?.includes(duplicate) ? [{ type: 'DuplicateReleased', data: { duplicate } }] : rejected('not-its-duplicate');

/** The caller's word to a duplicate answers what the departments of the other asked. */
export const noteDuplicateMessage: Decide<
  { readonly duplicate: string; readonly from: 'caller' | 'staff' },
  MaybeTicket,
  TicketEvent
> = (message, state) =>
  state?.duplicates?.includes(message.duplicate)
    ? [{ type: 'DuplicateMessageNoted', data: message }]
    : rejected('not-its-duplicate');

/** What the other could not take is on its own again. */
export const undoLink: Decide<{ readonly other: string; readonly why: string }, MaybeTicket, TicketEvent> = (
  { other, why: reason },
  state,
) => {
  if (state?.attachedTo === other) return [{ type: 'DetachedFromEvent', data: { person: state.person, reason, event: other } }];
  if (state?.duplicateOf === other) return [{ type: 'DuplicateUnlinked', data: { person: state.person, reason, of: other } }];
  return rejected('not-linked-there');
};
