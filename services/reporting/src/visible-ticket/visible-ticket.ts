import { problem, type Principal, type QueryRequest } from '@ledgerline/contracts';
import {
  isTicketNumber,
  seesEveryTicket,
  sightOf,
  ticketFold,
  type LookingCall,
  type MaybeTicket,
  type Sight,
  type Unseen,
  type Viewer,
} from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { streamName, type DecodedCommit, type Moment } from '@ledgerline/kernel';
import { recordAccess } from '../ticket-accesses/record-access.js';
import { idOfTicketNow, listIsThere } from './id-of-ticket.js';

export interface TicketQuery extends Moment {
  readonly idOrNumber: string;
}

/**
 * A ticket's stream for who may see the ticket today; else the refusal. A look at a confidential one is on record first. A number may be
 * new: it is looked for again when the list is there, whether there is none or it does not show.
 */
export async function loadVisible(request: QueryRequest<TicketQuery>, call: LookingCall, ledgerline: Ledgerline) {
  const found = await loadNow(request, call, ledgerline);
  if (!('code' in found) || !isTicketNumber(request.body.idOrNumber)) return found;
  return (await listIsThere(ledgerline)) ?? loadNow(request, call, ledgerline);
}

async function loadNow({ body, principal }: QueryRequest<TicketQuery>, call: LookingCall, ledgerline: Ledgerline) {
  const id = await idOfTicketNow(body.idOrNumber, ledgerline);
  if (id === undefined) return problem('ticket-not-found');
  const stored = await ledgerline.store.load(streamName('ticket', id), { fresh: true });
  if (principal.kind === 'caller') return problem(principal.id === id ? 'not-allowed' : 'ticket-not-found');
  // Keys are asked for only where the ticket shows: what does not costs what is not there.
  if (!seesEveryTicket(principal.roles) && typeof sightOn(await ledgerline.codec.open(stored, []), principal) === 'string')
    return problem('ticket-not-found');
  const commits = await ledgerline.codec.open(stored);
  const events = eventsOf(commits);
  const ticket = events.reduce<MaybeTicket>(ticketFold.evolve, undefined);
  if (ticket === undefined) return problem('ticket-not-found');
  const sight = sightOf(ticket, principal);
  if (typeof sight === 'string') return problem(sight);
  if (ticket.confidential) await recordAccess({ ticket: id, call, ...momentOf(body) }, principal as Principal, ledgerline);
  return { id, commits, events, ticket, identity: sight.identity };
}

/** By what is not sealed of the events, which is all that it rests on. */
function sightOn(commits: readonly DecodedCommit[], viewer: Viewer): Sight | Unseen {
  const ticket = eventsOf(commits).reduce<MaybeTicket>(ticketFold.evolve, undefined);
  return ticket === undefined ? 'ticket-not-found' : sightOf(ticket, viewer);
}

function eventsOf(commits: readonly DecodedCommit[]) {
  return commits.flatMap((commit) => commit.events);
}

function momentOf({ at, version, known }: Moment) {
  const moment = Object.fromEntries(Object.entries({ at, version, known }).filter(([, value]) => value !== undefined));
  return Object.keys(moment).length === 0 ? {} : { moment: moment as Record<string, string | number> };
}
