import { rejected, type Actor, type ByWhom, type Rejection } from '@ledgerline/kernel';
import { ticketFold } from '../ticket/evolve-ticket.js';
import type { Log } from '../policy/policy-in-force.js';
import type { MaybeTicket } from '../ticket/ticket.js';
import { barsOfSubstitute, type StandIn } from './bars-of-substitute.js';
import { mayCommand } from './roles.js';
import { sightOf } from './sight.js';

/** What a caller says and what danger demands is taken down by whoever hears it, whether or not they may see the ticket. */
const takenDownUnseen = ['add-message', 'receive-information', 'record-measure', 'escalate-urgent'];

/** Who may give a command on a ticket, whatever else it asks for: by role, and on nothing that they may not see. */
export function ticketCommand(command: string) {
  const isTakenDown = takenDownUnseen.includes(command);
  return {
    category: 'ticket',
    fold: ticketFold,
    may: (roles: readonly string[]) => mayCommand(roles, command),
    refuses: (ticket: MaybeTicket, by: ByWhom): Rejection | undefined => (isTakenDown ? undefined : unseen(ticket, by)),
    hides: unseen,
    bars: (standIn: StandIn, log: Pick<Log, 'commands'>) => (isTakenDown ? nothingBars : barsOfSubstitute(command, standIn, log)),
  };
}

const nothingBars = Promise.resolve(() => undefined);

/**
 * The same words whatever the ticket's state. A command names an id, which nobody can guess: of an ordinary ticket it may be said that it
 * is another department's (interface.md: 403); a confidential one is not there.
 */
function unseen(ticket: MaybeTicket, { actor, onBehalfOf }: ByWhom): Rejection | undefined {
  if (isBeyondSight(actor)) return undefined;
  if (ticket === undefined) return rejected('ticket-not-found');
  const viewer = onBehalfOf === undefined ? actor : { ...actor, onBehalfOf };
  if (typeof sightOf(ticket, viewer) !== 'string') return undefined;
  return rejected(ticket.confidential ? 'ticket-not-found' : 'not-your-department');
}

/** The system acts on everything, and a caller on their own ticket alone, which the edge and the handler see to. */
function isBeyondSight({ kind }: Actor): boolean {
  return kind === 'system' || kind === 'caller' || kind === 'imported';
}
