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
  return async (request: { readonly id: string; readonly principal: Pick<Actor, 'id'> }, log: Log): Promise<OnTicket<Body>> =>
    (await isAboutThem(request, log)) ? () => rejected('ticket-concerns-you') : decide;
}

/** Accounts are looked at only where the ticket is about somebody. */
async function isAboutThem(
  { id, principal }: { readonly id: string; readonly principal: Pick<Actor, 'id'> },
  { commands }: Log,
): Promise<boolean> {
  const { state: ticket } = await commands.current(streamName('ticket', id), ticketFold);
  if (ticket?.aboutPerson === undefined) return false;
  const { state: account } = await commands.current(streamName('account', principal.id), accountFold);
  return account !== undefined && isAbout(ticket, account);
}
