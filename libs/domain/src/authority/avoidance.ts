import { rejected, streamName, type Actor, type Decide } from '@ledgerline/kernel';
import { accountFold } from '../account/index.js';
import type { Log } from '../policy/policy-in-force.js';
import { isAbout } from '../ticket/avoidance.js';
import { ticketFold } from '../ticket/evolve-ticket.js';
import type { TicketEvent } from '../ticket/ticket-events.js';
import type { MaybeTicket } from '../ticket/ticket.js';

type OnTicket<Body> = Decide<Body, MaybeTicket, TicketEvent>;

/** R2.3 (回避): a decision that nobody makes on a ticket about themselves: not accepted, reviewed, checked or surveyed by them. */
export function avoiding<Body>(decide: OnTicket<Body>) {
  return async (request: Asked, log: Log): Promise<OnTicket<Body>> =>
    (await isAboutThem(request, log)) ? () => rejected('ticket-concerns-you') : decide;
}

/** Where somebody stands in, of the one whose power it is; the substitute's own bars are looked at beside it. */
interface Asked {
  readonly id: string;
  readonly principal: Pick<Actor, 'id'> & { readonly onBehalfOf?: string };
}

/** Accounts are looked at only where the ticket is about somebody. */
async function isAboutThem({ id, principal }: Asked, { commands }: Log): Promise<boolean> {
  const { state: ticket } = await commands.current(streamName('ticket', id), ticketFold);
  if (ticket?.aboutPerson === undefined) return false;
  const { state: account } = await commands.current(streamName('account', principal.onBehalfOf ?? principal.id), accountFold);
  return account !== undefined && isAbout(ticket, account);
}
