import {
  documentFold,
  explainRoute,
  inForce,
  routingFactsOf,
  type DocumentVersion,
  type RoutingProposal,
  type RoutingTable,
} from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText, streamName } from '@ledgerline/kernel';
import type { Preview } from './preview.js';

/** Where each ticket goes by the table in force and by the version. What is routed already stays where it is. */
export async function routePreview(code: string, version: DocumentVersion, ledgerline: Ledgerline): Promise<Preview> {
  const { state } = await ledgerline.commands.current(streamName('document', `routing-table-${code}`), documentFold);
  const now = inForce(state, instantText(ledgerline.clock.now()))?.body as RoutingTable | undefined;
  const then = version.body as RoutingTable;
  const none: RoutingTable = { ...then, rules: [], fallback: 'call-centre' };
  return async (ticket) => {
    const route = (table: RoutingTable) => explainRoute(table, routingFactsOf(ticket), ticket.about?.department).proposal;
    const [before, after] = [route(now ?? none), route(then)];
    if (isSame(before, after)) return undefined;
    return { route: { now: before, then: after, awaitsRouting: ticket.status === 'registered' } };
  };
}

/** The same departments are the same route, whichever rule gave them. */
function isSame(one: RoutingProposal, other: RoutingProposal): boolean {
  return said(one) === said(other);
}

function said(proposal: RoutingProposal): string {
  if (proposal.kind === 'unambiguous') return [proposal.lead, ...proposal.coHandling.toSorted()].join(' ');
  return ['?', ...proposal.candidates.map(({ lead, coHandling }) => [lead, ...coHandling].join('+')).toSorted()].join(' ');
}
