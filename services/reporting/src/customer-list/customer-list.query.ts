import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { isCustomer, seesCallers, type CallerIdentity } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText, queryTermsOf } from '@ledgerline/kernel';
import { waitFor } from '../wait-for.js';
import { customerListCollection, identityKey, knownIdentities, type ListedCustomer } from './customer-list.projection.js';

export interface CustomerFilter {
  readonly phone?: string;
  readonly email?: string;
  readonly account?: string;
  readonly q?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

export type CustomersAnswer =
  { readonly kind: 'page'; readonly items: readonly ListedCustomer[]; readonly next?: string } | Problem;

/** R1.8: by a number or address written in any way, or by words. Customers are the call centre's to see. */
export async function listCustomers(
  { body, principal, after }: QueryRequest<CustomerFilter>,
  ledgerline: Ledgerline,
): Promise<CustomersAnswer> {
  if (!seesCallers(principal.roles)) return problem('not-allowed');
  const collection = await ledgerline.live(customerListCollection);
  const behind = await waitFor(after, collection, ledgerline);
  if (behind) return behind;
  const { q, limit = 50, cursor, ...given } = body;
  const number = q === undefined ? [] : await identitiesIn({ phone: q }, ledgerline);
  const words = Object.keys(given).length > 0;
  const keys = [...number, ...(words ? await identitiesIn(given, ledgerline) : [])].map(identityKey);
  const asked = words || number.length > 0;
  const terms = q === undefined || number.length > 0 ? undefined : queryTermsOf(q);
  if ((asked && keys.length === 0) || terms?.length === 0) return { kind: 'page', items: [] };
  const where = asked
    ? { scope: 'identity', identity: keys.length === 1 ? (keys[0] as string) : { in: keys } }
    : { scope: 'customer' };
  const sort = asked ? [] : ['-knownSince'];
  const page = await collection.find({
    where,
    sort,
    limit,
    ...(cursor === undefined ? {} : { cursor }),
    ...(terms === undefined ? {} : { terms }),
  });
  const items = [...new Map(page.items.map(({ id, document }) => [id, document])).values()];
  return { kind: 'page', items, ...(page.next === undefined ? {} : { next: page.next }) };
}

/** The few that are restricted now, for those who register (R1.8). */
export async function restrictedCustomers(_request: unknown, ledgerline: Ledgerline) {
  const collection = await ledgerline.live(customerListCollection);
  const where = { scope: 'customer', restrictedUntil: { from: instantText(ledgerline.clock.now()) } };
  const page = await collection.find({ where, sort: ['restrictedUntil'], limit: 1_000 });
  return page.items.flatMap(({ id, document }) => {
    if (!isCustomer(document) || document.restriction === undefined) return [];
    return [{ id, until: document.restriction.until, identities: knownIdentities(document) }];
  });
}

async function identitiesIn(words: object, ledgerline: Ledgerline): Promise<readonly CallerIdentity[]> {
  const answer = await ledgerline.ask<{ readonly identities: readonly CallerIdentity[] }>('intake', 'customers-of', {
    body: words,
  });
  return answer.identities;
}
