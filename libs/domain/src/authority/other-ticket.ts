import { streamName, type CommandHandling } from '@ledgerline/kernel';
import { ticketFold } from '../ticket/evolve-ticket.js';
import type { Ticket } from '../ticket/ticket.js';

/** Another ticket that a command names: as it stands now, with its id. */
export interface OtherTicket {
  readonly id: string;
  readonly ticket: Ticket;
}

/** Where it is looked for: who shows tickets, and the log. */
export interface WhereTicketsAre {
  readonly commands: Pick<CommandHandling, 'current'>;
  ask<Reply>(service: string, call: string, payload: unknown): Promise<Reply>;
}

/** Read fresh from the log; undefined where it is none, and to whom it does not show. @param principal who asks, as the edge has established it */
export async function otherTicket(
  idOrNumber: string,
  principal: unknown,
  { ask, commands }: WhereTicketsAre,
): Promise<OtherTicket | undefined> {
  const seen = await ask<{ readonly kind: string; readonly ticket?: { readonly id: string } }>('reporting', 'ticket', {
    body: { idOrNumber },
    principal,
  });
  if (seen.ticket === undefined) return undefined;
  const { id } = seen.ticket;
  const { state } = await commands.current(streamName('ticket', id), ticketFold);
  return state && { id, ticket: state };
}
