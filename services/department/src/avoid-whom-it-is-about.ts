import { accountFold, isAbout, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import type { CommandRequest, Ledgerline } from '@ledgerline/host';
import { rejected, streamName, type Decide } from '@ledgerline/kernel';

type DecideTicket<Body> = Decide<Body, MaybeTicket, TicketEvent>;

/** R2.3 (回避): whom the caller complains of neither takes the ticket on, nor reports on it, nor reviews it. */
export async function avoidingWhomItIsAbout<Body>(
  decide: DecideTicket<Body>,
  { principal }: Pick<CommandRequest<Body>, 'principal'>,
  { commands }: Pick<Ledgerline, 'commands'>,
): Promise<DecideTicket<Body>> {
  if (principal.kind !== 'person') return decide;
  const { state: account } = await commands.current(streamName('account', principal.onBehalfOf ?? principal.id), accountFold);
  return (command, ticket, circumstances) =>
    account !== undefined && ticket !== undefined && isAbout(ticket, account)
      ? rejected('ticket-concerns-you')
      : decide(command, ticket, circumstances);
}
