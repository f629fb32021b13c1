import type { Principal } from '@ledgerline/contracts';
import { seesAllTickets, seesEveryTicket } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';

export interface SeenTickets {
  /** Of some tickets those that show to whoever asks: the others are neither named nor counted (rule 11). */
  readonly seen: ReadonlySet<string>;
  /** Of these, where somebody still has to do something before the caller has an answer. */
  readonly open: ReadonlySet<string>;
}

/** Asks who keeps what the tickets are: here it is kept which belong together. */
export async function seenTickets(
  ids: readonly string[],
  principal: Principal,
  { ask }: Pick<Ledgerline, 'ask'>,
): Promise<SeenTickets> {
  if (ids.length === 0) return { seen: new Set(), open: new Set() };
  type Answer = { readonly ids: readonly string[]; readonly open: readonly string[] };
  const answer = await ask<Answer>('reporting', 'visible-tickets', { body: { ids }, principal });
  return { seen: new Set(answer.ids), open: new Set(answer.open) };
}

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
