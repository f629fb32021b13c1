import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { familyOf, isCustomer, seesCallers, type CallerIdentity } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText, queryTermsOf, type Collection } from '@ledgerline/kernel';
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
    : { scope: terms === undefined ? 'customer' : { in: ['customer', 'merged'] } };
  const sort = asked ? [] : ['-knownSince'];
  const page = await collection.find({
    where,
    sort,
    limit,
    ...(cursor === undefined ? {} : { cursor }),
    ...(terms === undefined ? {} : { terms }),
  });
  const items = await survivors(
    page.items.map(({ document }) => document),
    collection,
  );
  return { kind: 'page', items, ...(page.next === undefined ? {} : { next: page.next }) };
}

/** R10: whoever was merged is shown as the customer who survives, once. */
async function survivors(
  found: readonly ListedCustomer[],
  collection: Collection<ListedCustomer>,
): Promise<readonly ListedCustomer[]> {
  const shown = await Promise.all(found.map((one) => survivorOf(one, collection)));
  const once = new Map(shown.map((one) => [one.id, one]));
  return [...once.values()].map(
    ({ merged: _noted, ...listed }: ListedCustomer & { readonly merged?: unknown }) => listed as ListedCustomer,
  );
}

async function survivorOf(customer: ListedCustomer, collection: Collection<ListedCustomer>): Promise<ListedCustomer> {
  const way = new Set<string>();
  let last = customer;
  while (isCustomer(last) && last.mergedInto !== undefined && !way.has(last.id)) {
    way.add(last.id);
    const next: ListedCustomer | undefined = (await collection.get(last.mergedInto.into))?.document;
    if (next === undefined) break;
    last = next;
  }
  return last;
}

/** The few that are restricted now, for those who register (R1.8), under every number and address of everybody they are merged with. */
export async function restrictedCustomers(_request: unknown, ledgerline: Ledgerline) {
  const collection = await ledgerline.live(customerListCollection);
  const where = { restrictedUntil: { from: instantText(ledgerline.clock.now()) } };
  const rows = await Promise.all(
    ['customer', 'merged'].map((scope) =>
      collection.find({ where: { ...where, scope }, sort: ['restrictedUntil'], limit: 1_000 }),
    ),
  );
  const found = rows.flatMap(({ items }) => items.map(({ document }) => document));
  return (await Promise.all(found.map((one) => restrictedWith(one, ledgerline)))).flat();
}

async function restrictedWith(listed: ListedCustomer, { commands }: Ledgerline) {
  if (!isCustomer(listed) || listed.restriction === undefined) return [];
  const { until } = listed.restriction;
  const isMerged = listed.mergedInto !== undefined || listed.merged !== undefined;
  const family = isMerged ? await familyOf(listed.id, commands) : undefined;
  const all = family?.members ?? [{ id: listed.id, customer: listed }];
  return all.map(({ id, customer }) => ({ id, until, identities: knownIdentities(customer) }));
}

async function identitiesIn(words: object, ledgerline: Ledgerline): Promise<readonly CallerIdentity[]> {
  const answer = await ledgerline.ask<{ readonly identities: readonly CallerIdentity[] }>('intake', 'customers-of', {
    body: words,
  });
  return answer.identities;
}
