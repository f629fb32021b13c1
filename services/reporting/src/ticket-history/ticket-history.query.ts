import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { ticketFold, veiledEvent, veiledTicket, type Identity, type LookingCall, type Ticket } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { foldAt, isBeyond, type RecordedEvent } from '@ledgerline/kernel';
import { ownTicket, type OwnTicketAnswer } from '../portal/own-ticket.query.js';
import { loadVisible, type TicketQuery } from '../visible-ticket/visible-ticket.js';
import { callOfTicket, type CallOfTicket } from './call-of-ticket.js';

export interface HistoryQuery extends TicketQuery {
  /** What the ticket is looked at for, where it is not the ticket itself. */
  readonly call?: LookingCall;
}

export type TicketAnswer =
  | {
      readonly kind: 'ticket';
      readonly ticket: Ticket & { readonly id: string; readonly version: number; readonly call?: CallOfTicket };
      /** How much of the caller the asker sees. */
      readonly identity: Identity;
    }
  | Problem;

/** One ticket, now or as it stood. Today's rights govern the look at the past. */
export async function ticketAt(
  request: QueryRequest<HistoryQuery>,
  ledgerline: Ledgerline,
): Promise<TicketAnswer | OwnTicketAnswer> {
  if (request.principal.kind === 'caller') return ownTicket(request, ledgerline);
  const { at, version: asked, known, call } = request.body;
  const isPast = at !== undefined || asked !== undefined || known !== undefined;
  const found = await loadVisible(request, call ?? (isPast ? 'history' : 'ticket'), ledgerline);
  if ('code' in found) return found;
  const { state: ticket, version } = foldAt(found.events, ticketFold, request.body);
  if (ticket === undefined || isBeyond(request.body, version)) return problem('ticket-not-found-then');
  const { id, identity } = found;
  const from = await callOfTicket(ticket, request.principal.roles, ledgerline);
  return {
    kind: 'ticket',
    ticket: { ...veiledTicket(ticket, identity), id, version, ...(from === undefined ? {} : { call: from }) },
    identity,
  };
}

export type EventsAnswer =
  | {
      readonly kind: 'events';
      readonly items: readonly (RecordedEvent & { readonly position: string; readonly hash: string })[];
      readonly next?: string;
    }
  | Problem;

/** The stream itself, for the timeline and for audits; `after` is a version. */
export async function ticketEvents(
  request: QueryRequest<HistoryQuery & { readonly after: number; readonly limit: number }>,
  ledgerline: Ledgerline,
): Promise<EventsAnswer> {
  const found = await loadVisible(request, 'events', ledgerline);
  if ('code' in found) return found;
  const { after, limit } = request.body;
  const { commits, identity, ticket } = found;
  const all = commits.flatMap(({ position, hash, events }) => events.map((event) => ({ event, position, hash })));
  const items = all
    .filter(({ event }) => event.version > after)
    .slice(0, limit)
    .map(({ event, ...place }) => ({ ...veiledEvent(event, identity, ticket.caller), ...place }));
  const last = items.at(-1)?.version ?? after;
  return { kind: 'events', items, ...(last < all.length ? { next: String(last) } : {}) };
}
