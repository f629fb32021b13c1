import type { Route } from '@ledgerline/contracts';
import {
  concernsOneOf,
  isRejection,
  type MaybeTicket,
  type TicketEvent,
  resultIsSubmitted,
  openHere,
  withImplied,
  type RoutingProposal,
} from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/**
 * R2.1: to one lead department and any number of co-handling ones. A coordinator routes at will; an agent only where the
 * table is unambiguous and as it says. Routing again replaces the set until a result is submitted.
 *
 * @param proposal what the routing table in force says of this ticket
 */
export function routeTicket(
  proposal: RoutingProposal,
  by: 'table' | 'person' = 'person',
): Decide<Route, MaybeTicket, TicketEvent> {
  return ({ lead, coHandling = [], note, noticeToCaller }, state, { actor }) => {
    const ticket = openHere(state);
    if (isRejection(ticket)) return ticket;
    if (coHandling.includes(lead)) return rejected('lead-is-co-handling-too', { department: lead });
    const concerned = concernsOneOf(ticket, [lead, ...coHandling]);
    if (concerned !== undefined) return rejected('ticket-concerns-department', { department: concerned });
    if (resultIsSubmitted(ticket)) return rejected('result-is-submitted');
    if (ticket.designated) return rejected('designation-is-final');
    if (!mayRouteAtWill(actor.roles ?? []) && !followsTable(proposal, lead, coHandling))
      return rejected('routing-needs-a-coordinator', { proposal });
    const told = noticeToCaller === undefined ? {} : { noticeToCaller, toldCaller: true as const };
    const data = { person: ticket.person, lead, coHandling, by, ...(note === undefined ? {} : { note }), ...told };
    return [{ type: 'TicketRouted', data }];
  };
}

function mayRouteAtWill(roles: readonly string[]): boolean {
  return withImplied(roles).has('coordinator');
}

function followsTable(proposal: RoutingProposal, lead: string, coHandling: readonly string[]): boolean {
  if (proposal.kind !== 'unambiguous' || proposal.lead !== lead) return false;
  return (
    coHandling.length === proposal.coHandling.length && coHandling.every((department) => proposal.coHandling.includes(department))
  );
}
