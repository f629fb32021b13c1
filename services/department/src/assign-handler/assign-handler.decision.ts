import type { AssignHandler } from '@ledgerline/contracts';
import { isRejection, type MaybeTicket, type Ticket, type TicketEvent, ownPart, beingHandled } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

export interface NamedHandler {
  handlesFor(department: string): boolean;
  /** R2.3 (回避): the ticket is about this person. */
  isConcerned(ticket: Ticket): boolean;
}

/**
 * R4.2: the manager names the handler, or hands the matter over to another.
 *
 * @param handler id of the account named
 * @param account what is known of that account: whether it may handle for a department, and whether a ticket is about it
 */
export function assignHandler(
  handler: string,
  { handlesFor, isConcerned }: NamedHandler,
): Decide<AssignHandler, MaybeTicket, TicketEvent> {
  return ({ department }, state, circumstances) => {
    const ticket = beingHandled(state);
    if (isRejection(ticket)) return ticket;
    const part = ownPart(ticket, department, circumstances);
    if (isRejection(part)) return part;
    if (part.status === 'approved') return rejected('part-is-approved', { department: part.department });
    if (!handlesFor(part.department))
      return rejected('not-a-handler-of-the-department', { department: part.department, handler });
    if (isConcerned(ticket)) return rejected('ticket-concerns-handler', { handler });
    if (part.handler === handler) return rejected('already-the-handler', { handler });
    return [{ type: 'HandlerAssigned', data: { department: part.department, handler } }];
  };
}
