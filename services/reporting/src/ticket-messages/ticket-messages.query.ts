import type { Problem, QueryRequest } from '@ledgerline/contracts';
import {
  inOrderOfTime,
  sightOf,
  ticketFold,
  utterancesOf,
  veiledEvent,
  type Identity,
  type MaybeTicket,
  type Ticket,
  type Utterance,
  type Viewer,
} from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { foldAt, streamName, type RecordedEvent } from '@ledgerline/kernel';
import { loadVisible, type TicketQuery } from '../visible-ticket/visible-ticket.js';

export type MessagesAnswer = { readonly kind: 'messages'; readonly items: readonly Utterance[] } | Problem;

/**
 * What was said on a ticket and, for as long as they are linked, on its duplicates (R1.5, ADR 0014); now, or as it stood. Who
 * sees the ticket sees what shows with it, each caller as far as they may be known: a confidential ticket is linked to
 * confidential ones alone.
 */
export async function ticketMessages(request: QueryRequest<TicketQuery>, ledgerline: Ledgerline): Promise<MessagesAnswer> {
  const found = await loadVisible(request, 'messages', ledgerline);
  if ('code' in found) return found;
  const { at } = request.body;
  const then = (events: readonly RecordedEvent[]) => events.filter(({ meta }) => at === undefined || meta.at <= at);
  const { state: ticket } = foldAt(found.events, ticketFold, request.body);
  const said = [...saidOn(found.id, then(found.events), found.ticket, found.identity)];
  for (const duplicate of ticket?.duplicates ?? []) {
    const commits = await ledgerline.codec.open(await ledgerline.store.load(streamName('ticket', duplicate)));
    const events = commits.flatMap((commit) => commit.events);
    const other = events.reduce<MaybeTicket>(ticketFold.evolve, undefined);
    if (other) said.push(...saidOn(duplicate, then(events), other, identityOf(other, request.principal)));
  }
  return { kind: 'messages', items: inOrderOfTime(said) };
}

function saidOn(id: string, events: readonly RecordedEvent[], { caller }: Ticket, identity: Identity): readonly Utterance[] {
  return utterancesOf(
    id,
    events.map((event) => veiledEvent(event, identity, caller)),
  );
}

/** A department that has no part in the duplicate knows no more of its caller than one that has. */
function identityOf(ticket: Ticket, viewer: Viewer): Identity {
  const sight = sightOf(ticket, viewer);
  if (typeof sight !== 'string') return sight.identity;
  return ticket.identityHidden ? 'hidden' : 'masked';
}
