import type { Reclassify } from '@ledgerline/contracts';
import { existing, isRejection, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R1.2: corrected later with a reason. Urgency has commands of its own. */
export const reclassifyTicket =
  ({ itemIsKnown }: { readonly itemIsKnown: boolean }): Decide<Reclassify, MaybeTicket, TicketEvent> =>
  ({ level, kind, item, reason }, state) => {
    const ticket = existing(state);
    if (isRejection(ticket)) return ticket;
    if (['closed', 'archived', 'refused', 'withdrawn'].includes(ticket.status))
      return rejected('ticket-not-open', { status: ticket.status });
    if (!itemIsKnown) return rejected('unknown-item', { item });
    const to = { level: level ?? ticket.level, kind: kind ?? ticket.kind, item: item ?? ticket.item };
    if ((to.level === 'urgent') !== (ticket.level === 'urgent')) return rejected('urgency-has-its-own-command');
    if (to.level === ticket.level && to.kind === ticket.kind && to.item === ticket.item) return rejected('nothing-to-change');
    return [{ type: 'TicketReclassified', data: { person: ticket.person, ...to, reason } }];
  };
