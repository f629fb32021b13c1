import {
  concernsOneOf,
  isRejection,
  openHere,
  type MaybeTicket,
  type RoutingProposal,
  type TicketEvent,
} from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R2.1: automatic where the table is unambiguous; else it waits for a person. Avoidance (R2.3) makes it a person's too. */
export function routeByTable(proposal: RoutingProposal): Decide<unknown, MaybeTicket, TicketEvent> {
  return (_command, state) => {
    const ticket = openHere(state);
    if (isRejection(ticket)) return ticket;
    if (ticket.status !== 'registered' || ticket.assignments > (ticket.assignmentsElsewhere ?? 0))
      return rejected('already-dispatched');
    if (proposal.kind !== 'unambiguous') return rejected('routing-needs-a-person');
    const { lead, coHandling } = proposal;
    if (concernsOneOf(ticket, [lead, ...coHandling]) !== undefined) return rejected('routing-needs-a-person');
    return [{ type: 'TicketRouted', data: { person: ticket.person, lead, coHandling, by: 'table' } }];
  };
}
