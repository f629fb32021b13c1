import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { documentFold, explainRoute, inForce, routingFactsOf, type ExplainedRoute, type RoutingTable } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText, streamName } from '@ledgerline/kernel';
import { loadVisible, type TicketQuery } from '../visible-ticket/visible-ticket.js';

export type RoutingAnswer = Problem | (ExplainedRoute & { readonly kind: 'routing'; readonly table: string });

/** Where the table in force would send a ticket, with every rule that fits and why: what whoever routes it by hand chooses from. */
export async function ticketRouting(request: QueryRequest<TicketQuery>, ledgerline: Ledgerline): Promise<RoutingAnswer> {
  const found = await loadVisible(request, 'routing', ledgerline);
  if ('code' in found) return found;
  const { ticket } = found;
  const { state } = await ledgerline.commands.current(streamName('document', 'routing-table-default'), documentFold);
  const version = inForce(state, instantText(ledgerline.clock.now()));
  if (version === undefined) return problem('document-not-found');
  const route = explainRoute(version.body as RoutingTable, routingFactsOf(ticket), ticket.about?.department);
  return { kind: 'routing', table: `default.${version.draft}`, ...route };
}
