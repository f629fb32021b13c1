import type { AttachToEvent, DetachFromEvent } from '@ledgerline/contracts';
import {
  isOpen,
  isRejection,
  existing,
  openHere,
  type MaybeTicket,
  type OtherTicket,
  type Ticket,
  type TicketEvent,
} from '@ledgerline/domain';
import { rejected, type Decide, type Rejection } from '@ledgerline/kernel';

/** R1.6 (群体性事件): one cause, many callers: handled once under a parent event, which hangs under nothing itself. */
export function attachToEvent(self: string, other: OtherTicket | undefined): Decide<AttachToEvent, MaybeTicket, TicketEvent> {
  return ({ event }, state) => {
    const ticket = openHere(state);
    if (isRejection(ticket)) return ticket;
    if (other === undefined) return rejected('unknown-ticket', { ticket: event });
    if (other.id === self) return rejected('same-ticket');
    if (ticket.parent) return rejected('is-a-parent-event');
    const refusal = whyNoChildren(other.ticket);
    if (refusal !== undefined) return refusal;
    return [{ type: 'AttachedToEvent', data: { event: other.id } }];
  };
}

/** Why nothing can hang under a ticket: asked before attaching, and again on its own stream. */
export function whyNoChildren(ticket: Ticket): Rejection | undefined {
  if (!ticket.parent) return rejected('not-a-parent-event');
  if (!isOpen(ticket) && ticket.status !== 'completed') return rejected('event-is-over', { status: ticket.status });
  if (ticket.duplicateOf !== undefined) return rejected('event-is-a-duplicate', { of: ticket.duplicateOf });
  return undefined;
}

export const detachFromEvent: Decide<DetachFromEvent, MaybeTicket, TicketEvent> = ({ reason }, state) => {
  const ticket = existing(state);
  if (isRejection(ticket)) return ticket;
  if (ticket.status === 'archived') return rejected('ticket-archived');
  if (ticket.attachedTo === undefined) return rejected('not-attached');
  return [{ type: 'DetachedFromEvent', data: { person: ticket.person, reason, event: ticket.attachedTo } }];
};
