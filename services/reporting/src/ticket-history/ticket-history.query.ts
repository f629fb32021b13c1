import { problem, type Principal, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { isTicketNumber, seesAllTickets, ticketFold, writtenNumber, type MaybeTicket, type Ticket } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { foldAt, streamName, type DecodedCommit, type Moment, type RecordedEvent, type StreamName } from '@ledgerline/kernel';
import { seesConfidential } from '../ticket-list/ticket-list.query.js';
import { ticketListCollection } from '../ticket-list/ticket-list.projection.js';

export interface HistoryQuery extends Moment {
  readonly idOrNumber: string;
}

export type TicketAnswer =
  { readonly kind: 'ticket'; readonly ticket: Ticket & { readonly id: string; readonly version: number } } | Problem;

/** One ticket, now or as it stood. Today's rights govern the look at the past. */
export async function ticketAt(request: QueryRequest<HistoryQuery>, ledgerline: Ledgerline): Promise<TicketAnswer> {
  const found = await loadVisible(request, ledgerline);
  if ('code' in found) return found;
  const { state: ticket, version } = foldAt(found.events, ticketFold, request.body);
  if (ticket === undefined) return problem('ticket-not-found-then');
  return { kind: 'ticket', ticket: { ...ticket, id: found.id, version } };
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
  const found = await loadVisible(request, ledgerline);
  if ('code' in found) return found;
  const { after, limit } = request.body;
  const all = found.commits.flatMap(({ position, hash, events }) => events.map((event) => ({ ...event, position, hash })));
  const items = all.filter(({ version }) => version > after).slice(0, limit);
  const last = items.at(-1)?.version ?? after;
  return { kind: 'events', items, ...(last < all.length ? { next: String(last) } : {}) };
}

/** A ticket's stream for who may see the ticket; else the refusal. */
export async function loadVisible({ body, principal }: QueryRequest<HistoryQuery>, ledgerline: Ledgerline) {
  const id = isTicketNumber(body.idOrNumber) ? await idOfNumber(writtenNumber(body.idOrNumber), ledgerline) : body.idOrNumber;
  if (id === undefined || !/^[a-z0-9-]{1,64}$/.test(id)) return problem('ticket-not-found');
  const stream: StreamName = streamName('ticket', id);
  const commits: readonly DecodedCommit[] = await ledgerline.codec.open(await ledgerline.store.load(stream, { fresh: true }));
  const events = commits.flatMap((commit) => commit.events);
  const ticket = events.reduce<MaybeTicket>(ticketFold.evolve, undefined);
  if (ticket === undefined) return problem('ticket-not-found');
  const refusal = refusalFor(ticket, principal);
  return refusal ?? { id, commits, events };
}

async function idOfNumber(number: string, ledgerline: Ledgerline): Promise<string | undefined> {
  const collection = await ledgerline.live(ticketListCollection);
  const page = await collection.find({ where: { number, scope: 'ticket' }, limit: 2 });
  return page.items.length === 1 ? page.items[0]?.id : undefined;
}

/** R7.2, rule 11: where even existence is confidential the answer is that of a ticket that is not there. */
function refusalFor(ticket: Ticket, { roles, departments }: Principal): Problem | undefined {
  const holds = departments.includes('*') || ticket.parts.some(({ department }) => departments.includes(department));
  if (ticket.confidential) return holds || seesConfidential(roles) ? undefined : problem('ticket-not-found');
  return holds || seesAllTickets(roles) ? undefined : problem('not-allowed');
}
