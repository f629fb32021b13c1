import { ticketFold, type Ticket } from '@ledgerline/domain';
import type { CommandRequest, Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';

/** Another ticket that a command names: as it stands now, with its id. */
export interface OtherTicket {
  readonly id: string;
  readonly ticket: Ticket;
}

/** Read fresh from the log; undefined where it is none, and to whom it does not show. */
export async function otherTicket(
  idOrNumber: string,
  principal: CommandRequest['principal'],
  ledgerline: Ledgerline,
): Promise<OtherTicket | undefined> {
  const seen = await ledgerline.ask<{ readonly kind: string; readonly ticket?: { readonly id: string } }>('reporting', 'ticket', {
    body: { idOrNumber },
    principal,
  });
  if (seen.ticket === undefined) return undefined;
  const { id } = seen.ticket;
  const { state } = await ledgerline.commands.current(streamName('ticket', id), ticketFold);
  return state && { id, ticket: state };
}
