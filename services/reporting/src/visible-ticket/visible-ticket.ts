import { problem, type Principal, type QueryRequest } from '@ledgerline/contracts';
import { sightOf, ticketFold, type LookingCall, type MaybeTicket } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { streamName, type DecodedCommit, type Moment } from '@ledgerline/kernel';
import { recordAccess } from '../ticket-accesses/record-access.js';
import { idOfTicket } from './id-of-ticket.js';

export interface TicketQuery extends Moment {
  readonly idOrNumber: string;
}

/** A ticket's stream for who may see the ticket today; else the refusal. A look at a confidential one is on record first. */
export async function loadVisible({ body, principal }: QueryRequest<TicketQuery>, call: LookingCall, ledgerline: Ledgerline) {
  const id = await idOfTicket(body.idOrNumber, ledgerline);
  if (typeof id !== 'string') return id;
  const commits: readonly DecodedCommit[] = await ledgerline.codec.open(
    await ledgerline.store.load(streamName('ticket', id), { fresh: true }),
  );
  const events = commits.flatMap((commit) => commit.events);
  const ticket = events.reduce<MaybeTicket>(ticketFold.evolve, undefined);
  if (ticket === undefined) return problem('ticket-not-found');
  if (principal.kind === 'caller') return problem(principal.id === id ? 'not-allowed' : 'ticket-not-found');
  const sight = sightOf(ticket, principal);
  if (typeof sight === 'string') return problem(sight);
  if (ticket.confidential) await recordAccess({ ticket: id, call, ...momentOf(body) }, principal as Principal, ledgerline);
  return { id, commits, events, ticket, identity: sight.identity };
}

function momentOf({ at, version, known }: Moment) {
  const moment = Object.fromEntries(Object.entries({ at, version, known }).filter(([, value]) => value !== undefined));
  return Object.keys(moment).length === 0 ? {} : { moment: moment as Record<string, string | number> };
}
