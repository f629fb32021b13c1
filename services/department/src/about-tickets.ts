import { otherTicket, type OtherTicket } from '@ledgerline/domain';
import type { CommandRequest, Ledgerline, StreamCommand } from '@ledgerline/host';
import { rejected, type Decide, type DomainEvent, type Rejection } from '@ledgerline/kernel';

type NamesTickets = { readonly tickets: readonly string[] } | { readonly ticket: string };

/**
 * A decision about tickets that the body names, as they stand and as far as they show to whoever asks. Where one is none, what the stream itself has
 * against the command is said first: that does not depend on what somebody has written.
 */
export function aboutTickets<Body extends NamesTickets, State, Event extends DomainEvent>(
  decide: (tickets: readonly OtherTicket[]) => Decide<Body, State, Event>,
): StreamCommand<Body, State, Event>['decide'] {
  return {
    prepare: async ({ body, principal }, ledgerline) => {
      const named = await ticketsNamed('ticket' in body ? [body.ticket] : body.tickets, principal, ledgerline);
      if (!('rejection' in named)) return decide(named);
      return (asked, state, circumstances) => {
        const decided = decide([])(asked, state, circumstances);
        return 'rejection' in decided ? decided : named;
      };
    },
  };
}

/** Tickets by id or number, each once; the refusal where one of them is none, or does not show. */
export async function ticketsNamed(
  references: readonly string[],
  principal: CommandRequest['principal'],
  ledgerline: Ledgerline,
): Promise<readonly OtherTicket[] | Rejection> {
  const found = new Map<string, OtherTicket>();
  for (const reference of references) {
    const ticket = await otherTicket(reference, principal, ledgerline);
    if (ticket === undefined) return rejected('unknown-ticket', { ticket: reference });
    found.set(ticket.id, ticket);
  }
  return [...found.values()];
}
