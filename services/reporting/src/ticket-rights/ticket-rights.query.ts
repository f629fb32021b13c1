import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { sightOf, ticketFold, withImplied, type Identity } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { foldAt, type Moment, type Personal } from '@ledgerline/kernel';
import { loadVisible } from '../visible-ticket/visible-ticket.js';

export interface RightsQuery {
  readonly idOrNumber: string;
  /** RFC 3339, UTC, milliseconds; without it now. */
  readonly at?: string;
  readonly limit: number;
  readonly cursor?: string;
}

/** An account as it stood: what it could do, whatever became of it. */
export interface AccountThen {
  readonly id: string;
  readonly username: Personal<string>;
  readonly name: Personal<string>;
  readonly roles: readonly string[];
  readonly departments: readonly string[];
}

/** Who could see the ticket, and how much of the caller. */
export interface Right extends AccountThen {
  readonly caller: Identity;
}

export type RightsAnswer =
  { readonly kind: 'rights'; readonly version: number; readonly items: readonly Right[]; readonly next?: string } | Problem;

/**
 * R14.1: who could see a ticket as it stood, by the rights that accounts held then. For auditors, by what they may see today. A page is
 * of accounts that were there: it may show fewer.
 */
export async function ticketRights(
  { body, principal }: QueryRequest<RightsQuery>,
  ledgerline: Ledgerline,
): Promise<RightsAnswer> {
  if (!withImplied(principal.roles).has('auditor')) return problem('not-allowed');
  const { idOrNumber, at, limit, cursor } = body;
  const moment: Moment = at === undefined ? {} : { at };
  const found = await loadVisible({ body: { idOrNumber, ...moment }, principal }, 'rights', ledgerline);
  if ('code' in found) return found;
  const { state: ticket, version } = foldAt(found.events, ticketFold, moment);
  if (ticket === undefined) return problem('ticket-not-found-then');
  type Accounts = { readonly kind: 'accounts'; readonly items: readonly AccountThen[]; readonly next?: string } | Problem;
  const asked = { body: { ...moment, limit, ...(cursor === undefined ? {} : { cursor }) }, principal };
  const accounts = await ledgerline.ask<Accounts>('administration', 'accounts-then', asked);
  if (accounts.kind === 'problem') return accounts;
  const items = accounts.items.flatMap((account) => {
    const sight = sightOf(ticket, account);
    return typeof sight === 'string' ? [] : [{ ...account, caller: sight.identity }];
  });
  return { kind: 'rights', version, items, ...(accounts.next === undefined ? {} : { next: accounts.next }) };
}
