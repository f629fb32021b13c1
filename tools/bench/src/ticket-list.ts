import type { QueryRequest } from '@ledgerline/contracts';
import type { Ticket } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import type { Projection } from '@ledgerline/kernel';
import { ReportingModule } from '@ledgerline/reporting';

/** A document of the `tickets` read model. */
export interface ListedTicket extends Ticket {
  readonly id: string;
  readonly version: number;
}

type ListTickets = (
  request: QueryRequest<{ readonly department: string; readonly open: boolean; readonly limit: number }>,
  ledgerline: Pick<Ledgerline, 'live'>,
) => Promise<{ readonly kind: 'page'; readonly items: readonly ListedTicket[] }>;

/** The reporting service's own projection and query, as the host is given them. */
export const ticketList = found(
  ReportingModule.service.projections?.find(({ collection }) => collection.name === 'tickets'),
) as unknown as Projection<ListedTicket>;
export const listTickets = found(ReportingModule.service.queries?.['tickets']) as unknown as ListTickets;

function found<Part>(part: Part | undefined): Part {
  if (part === undefined) throw new Error('the reporting service has no tickets read model');
  return part;
}
