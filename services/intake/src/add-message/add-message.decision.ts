import type { AddMessage } from '@ledgerline/contracts';
import { existing, isRejection, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/**
 * R1.5: a repeated contact about the same matter joins the ticket, whatever its state short of the archive. What comes to a
 * duplicate is kept there, and shows with the other for as long as they are linked (ADR 0014).
 */
export const addMessage: Decide<AddMessage, MaybeTicket, TicketEvent> = (command, state, { actor }) => {
  const ticket = existing(state);
  if (isRejection(ticket)) return ticket;
  if (ticket.status === 'archived') return rejected('ticket-archived');
  const { from, text, attachments = [] } = command;
  const isCaller = actor.kind === 'caller';
  if (isCaller && from !== 'caller') return rejected('callers-speak-for-themselves');
  const channel = isCaller ? 'web' : command.channel;
  const data = { person: ticket.person, from, text, attachments, ...(channel === undefined ? {} : { channel }) };
  const added: TicketEvent = { type: 'MessageAdded', data };
  return ticket.duplicateOf === undefined ? [added] : [added, { type: 'MessageShared', data: { of: ticket.duplicateOf, from } }];
};
