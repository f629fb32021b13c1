import { rejected, type Actor, type Rejection } from '@ledgerline/kernel';
import { ticketFold } from '../ticket/evolve-ticket.js';
import type { MaybeTicket } from '../ticket/ticket.js';
import { mayCommand } from './roles.js';
import { sightOf } from './sight.js';

/** What a caller says and what danger demands is taken down by whoever hears it, whether or not they may see the ticket. */
const takenDownUnseen = ['add-message', 'receive-information', 'record-measure', 'escalate-urgent'];

/** Who may give a command on a ticket, whatever else it asks for: by role, and on nothing that they may not see. */
export function ticketCommand(command: string) {
  return {
    category: 'ticket',
    fold: ticketFold,
    may: (roles: readonly string[]) => mayCommand(roles, command),
    refuses: (ticket: MaybeTicket, actor: Actor): Rejection | undefined => {
      if (!ticket?.confidential || isBeyondSight(actor) || takenDownUnseen.includes(command)) return undefined;
      return typeof sightOf(ticket, actor) === 'string' ? rejected('ticket-not-found') : undefined;
    },
  };
}

/** The system acts on everything, and a caller on their own ticket alone, which the edge and the handler see to. */
function isBeyondSight({ kind }: Actor): boolean {
  return kind === 'system' || kind === 'caller' || kind === 'imported';
}
