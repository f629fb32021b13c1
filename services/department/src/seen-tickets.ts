import type { Principal } from '@ledgerline/contracts';
import { seenTickets, seesAllTickets, seesEveryTicket } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';

/** Whether a list may be asked for what belongs to one ticket; without one there is nothing to ask. */
export async function showsTicket(
  ticket: string | undefined,
  principal: Principal,
  ledgerline: Pick<Ledgerline, 'ask'>,
): Promise<boolean> {
  return ticket === undefined || (await seenTickets([ticket], principal, ledgerline)).seen.has(ticket);
}

/**
 * Of tickets those that a list, where each is not looked at, may count: for those whose sight does not depend on what has become of a ticket.
 * undefined for the others.
 */
export function countedInList<Ticket extends { readonly confidential?: true }>(
  tickets: readonly Ticket[],
  { roles }: Principal,
): readonly Ticket[] | undefined {
  if (seesEveryTicket(roles)) return tickets;
  return seesAllTickets(roles) ? tickets.filter(({ confidential }) => !confidential) : undefined;
}
