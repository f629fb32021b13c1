import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { callerView, type CallerView } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { eventsOf, streamName } from '@ledgerline/kernel';
import { idOfTicket } from '../visible-ticket/id-of-ticket.js';
import type { TicketQuery } from '../visible-ticket/visible-ticket.js';

export type OwnTicketAnswer =
  { readonly kind: 'ticket'; readonly ticket: CallerView & { readonly id: string; readonly version: number } } | Problem;

/** R7.3: a caller's own ticket, as it is now; any other is not there. */
export async function ownTicket(
  { body, principal }: QueryRequest<TicketQuery>,
  ledgerline: Ledgerline,
): Promise<OwnTicketAnswer> {
  const id = await idOfTicket(body.idOrNumber, ledgerline);
  if (typeof id !== 'string') return id;
  if (id !== principal.id) return problem('ticket-not-found');
  const events = await eventsOf(streamName('ticket', id), ledgerline);
  const view = callerView(events);
  return view === undefined ? problem('ticket-not-found') : { kind: 'ticket', ticket: { id, ...view, version: events.length } };
}
