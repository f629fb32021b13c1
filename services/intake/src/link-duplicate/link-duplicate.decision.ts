import type { LinkDuplicate, UnlinkDuplicate } from '@ledgerline/contracts';
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

/** Beyond it a parent event is the better form: each duplicate shows its words with the other. */
export const mostDuplicates = 200;

/** R1.5: a duplicate of a ticket that stands for itself; so there are neither chains nor circles. */
export function linkDuplicate(self: string, other: OtherTicket | undefined): Decide<LinkDuplicate, MaybeTicket, TicketEvent> {
  return ({ of }, state) => {
    const ticket = openHere(state);
    if (isRejection(ticket)) return ticket;
    if (other === undefined) return rejected('unknown-ticket', { ticket: of });
    if (other.id === self) return rejected('same-ticket');
    if (ticket.duplicates !== undefined) return rejected('has-duplicates', { duplicates: ticket.duplicates });
    if ((ticket.children ?? 0) > 0) return rejected('has-children', { children: ticket.children });
    if (ticket.confidential && !other.ticket.confidential) return rejected('other-is-not-confidential');
    const refusal = whyNoDuplicates(other.ticket);
    if (refusal !== undefined) return refusal;
    return [{ type: 'LinkedAsDuplicate', data: { of: other.id } }];
  };
}

/** Why nothing can be linked to a ticket: asked before linking, and again on its own stream. */
export function whyNoDuplicates(ticket: Ticket): Rejection | undefined {
  if (!isOpen(ticket) && ticket.status !== 'completed') return rejected('other-is-over', { status: ticket.status });
  if (ticket.duplicateOf !== undefined) return rejected('other-is-a-duplicate', { of: ticket.duplicateOf });
  if ((ticket.duplicates ?? []).length >= mostDuplicates) return rejected('too-many-duplicates', { most: mostDuplicates });
  return undefined;
}

/** R1.5: unlinked again, with everything that came to it; what is still open is dispatched on its own. Also what is
 * closed, which could not be opened again else. */
export const unlinkDuplicate: Decide<UnlinkDuplicate, MaybeTicket, TicketEvent> = ({ reason }, state) => {
  const ticket = existing(state);
  if (isRejection(ticket)) return ticket;
  if (ticket.status === 'archived') return rejected('ticket-archived');
  if (ticket.duplicateOf === undefined) return rejected('not-a-duplicate');
  return [{ type: 'DuplicateUnlinked', data: { person: ticket.person, reason, of: ticket.duplicateOf } }];
};
