import type { AddMessage } from '@ledgerline/contracts';
import { existing, isRejection, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R1.5: a repeated contact about the same matter joins the ticket, whatever its state short of the archive. */
export const addMessage: Decide<AddMessage, MaybeTicket, TicketEvent> = (command, state, { actor }) => {
  const ticket = existing(state);
  if (isRejection(ticket)) return ticket;
  if (ticket.status === 'archived') return rejected('ticket-archived');
  const { from, text, attachments = [] } = command;
  const isCaller = actor.kind === 'caller';
  if (isCaller && from !== 'caller') return rejected('callers-speak-for-themselves');
  const channel = isCaller ? 'web' : command.channel;
  const data = { person: ticket.person, from, text, attachments, ...(channel === undefined ? {} : { channel }) };
  return [{ type: 'MessageAdded', data }];
};
