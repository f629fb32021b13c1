import type { Principal } from '@ledgerline/contracts';
import type { Ledgerline } from '@ledgerline/host';

type Asks = Pick<Ledgerline, 'ask'>;

/** Whom one may call, and by which number: the customer base's word at this moment (`call-permissions` of the intake service). */
export interface CallPermission {
  readonly asked: string;
  readonly customer: string;
  readonly person: string;
  readonly name?: string;
  readonly phone?: string;
  readonly bar?: string;
}

/** As whom this service asks and does what nobody in particular does. */
export const system: Principal = { kind: 'system', id: 'outreach', roles: ['system'], departments: [] };

/** By the id that was asked for; who is not there is missing. */
export async function callPermissions(
  customers: readonly string[],
  { ask }: Asks,
  purpose?: 'survey' | 'marketing',
): Promise<ReadonlyMap<string, CallPermission>> {
  if (customers.length === 0) return new Map();
  type Answer = { readonly items?: readonly CallPermission[]; readonly code?: string };
  const answer = await ask<Answer>('intake', 'call-permissions', { body: { customers, purpose }, principal: system });
  if (answer.items === undefined) throw new Error(`who may be called? ${answer.code}`);
  return new Map(answer.items.map((one) => [one.asked, one]));
}

export async function callPermission(
  customer: string,
  ledgerline: Asks,
  purpose?: 'survey' | 'marketing',
): Promise<CallPermission | undefined> {
  return (await callPermissions([customer], ledgerline, purpose)).get(customer);
}

/** Ids of the customers that a number, an address or an account gives, however it is written: the surest first. */
export async function customersOf(
  contact: { readonly phone?: string; readonly email?: string; readonly account?: string },
  { ask }: Asks,
): Promise<readonly string[]> {
  return (await ask<{ readonly ids: readonly string[] }>('intake', 'customers-of', { body: contact })).ids;
}
