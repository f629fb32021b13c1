import type { TransferSite } from '@ledgerline/contracts';
import {
  isRejection,
  resultIsSubmitted,
  stillOpen,
  type MaybeTicket,
  type SiteForTickets,
  type TicketEvent,
} from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/**
 * R2.4: the ticket's home is another site from now on, whose call centre has to dispatch it; the departments that had it are
 * released. What is submitted is finished where it is.
 */
export function transferToSite(there: SiteForTickets): Decide<TransferSite, MaybeTicket, TicketEvent> {
  return ({ site, reason }, state) => {
    const ticket = stillOpen(state);
    if (isRejection(ticket)) return ticket;
    if (there !== 'open') return rejected(there, { site });
    if (ticket.site === site) return rejected('already-at-site', { site });
    if (resultIsSubmitted(ticket)) return rejected('result-is-submitted');
    if (ticket.attachedTo !== undefined) return rejected('attached-to-event', { event: ticket.attachedTo });
    if (ticket.duplicateOf !== undefined) return rejected('linked-as-duplicate', { of: ticket.duplicateOf });
    return [{ type: 'TicketTransferred', data: { person: ticket.person, from: ticket.site, to: site, reason } }];
  };
}
