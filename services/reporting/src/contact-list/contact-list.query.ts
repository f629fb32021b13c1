import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { seesCallers } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { waitFor } from '../wait-for.js';
import { contactsShown } from './contact-shown.js';
import { contactListCollection, type ListedContact } from './contact-list.projection.js';

export interface ContactListFilter {
  readonly duty?: string;
  readonly outcome?: string;
  readonly direction?: string;
  readonly channel?: string;
  readonly customer?: string;
  readonly phone?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

export type ContactListAnswer =
  { readonly kind: 'page'; readonly items: readonly ListedContact[]; readonly next?: string } | Problem;

/** R1.7: missed calls first. Contacts are the call centre's; departments see those of their tickets with the tickets. */
export async function listContacts(
  { body, principal, after }: QueryRequest<ContactListFilter>,
  ledgerline: Ledgerline,
): Promise<ContactListAnswer> {
  if (!seesCallers(principal.roles)) return problem('not-allowed');
  const collection = await ledgerline.live(contactListCollection);
  const behind = await waitFor(after, collection, ledgerline);
  if (behind) return behind;
  const { limit = 50, cursor, phone, ...filters } = body;
  const ids = phone === undefined ? [] : await customersOf({ phone }, ledgerline);
  if (phone !== undefined && ids.length === 0) return { kind: 'page', items: [] };
  const given = Object.entries(filters).filter(([, value]) => value !== undefined);
  const where = { scope: 'contact', ...Object.fromEntries(given), ...(ids[0] === undefined ? {} : { customer: ids[0] }) };
  const page = await collection.find({ where, sort: ['rank'], limit, ...(cursor === undefined ? {} : { cursor }) });
  const items = await contactsShown(
    page.items.map(({ document }) => document),
    principal,
    ledgerline,
  );
  return { kind: 'page', items, ...(page.next === undefined ? {} : { next: page.next }) };
}

export async function customersOf(words: object, ledgerline: Ledgerline): Promise<readonly string[]> {
  const answer = await ledgerline.ask<{ readonly ids: readonly string[] }>('intake', 'customers-of', { body: words });
  return answer.ids;
}
