import { problem, type QueryRequest } from '@ledgerline/contracts';
import { seenTickets, seesInspection, withImplied } from '@ledgerline/domain';
import { pageOfRecords, type Ledgerline } from '@ledgerline/host';
import { showsTicket } from '../../seen-tickets.js';
import { rowsWanted, type InspectionFilter } from './found-inspections.js';
import { inspectionsCollection, type ListedInspection } from './inspection-list.projection.js';
import { listedInspection } from './shown-inspection.js';

/** `GET /inspections`: the newest first. What is still to be scored comes in the order in which it was drawn. */
export async function listInspections(request: QueryRequest<InspectionFilter>, ledgerline: Ledgerline) {
  const { body, principal } = request;
  if (withImplied(principal.roles).size === 0) return problem('not-allowed');
  const page = await pageOfRecords<ListedInspection, ListedInspection>(
    inspectionsCollection,
    request,
    {
      sort: [body.toScore ? 'openedAt' : '-openedAt'],
      where: async () => ((await showsTicket(body.ticket, principal, ledgerline)) ? rowsWanted(body, principal) : 'nothing'),
      show: (one) => (seesInspection(one, principal) ? one : undefined),
    },
    ledgerline,
  );
  if (page.kind === 'problem') return page;
  const { seen } = await seenTickets([...new Set(page.items.map(({ ticket }) => ticket))], principal, ledgerline);
  return { ...page, items: page.items.map((one) => listedInspection(one, seen)) };
}
