import { problem, type QueryRequest } from '@ledgerline/contracts';
import { accountFold, rightsOfAccount, watchesHouse } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { foldAt, streamName } from '@ledgerline/kernel';
import { accountsCollection } from './account-list.projection.js';

export interface AccountsThen {
  /** RFC 3339, UTC, milliseconds; without it as they are now. */
  readonly at?: string;
  readonly limit: number;
  readonly cursor?: string;
}

/** Accounts that could sign in at a moment, with the rights that they held. */
export async function accountsThen({ body, principal }: QueryRequest<AccountsThen>, ledgerline: Ledgerline) {
  if (!watchesHouse(principal.roles)) return problem('not-allowed');
  const { at, limit, cursor } = body;
  const accounts = await ledgerline.live(accountsCollection);
  const page = await accounts.findRows({ where: { kind: 'account' }, limit, ...(cursor === undefined ? {} : { cursor }) });
  const then = await Promise.all(page.items.map(({ id }) => accountThen(id, at, ledgerline)));
  const items = then.filter((account) => account !== undefined);
  return { kind: 'accounts' as const, items, ...(page.next === undefined ? {} : { next: page.next }) };
}

async function accountThen(id: string, at: string | undefined, { store, codec }: Ledgerline) {
  const commits = await codec.open(await store.load(streamName('account', id), { fresh: true }));
  const { state: account } = foldAt(
    commits.flatMap(({ events }) => events),
    accountFold,
    at === undefined ? {} : { at },
  );
  if (account === undefined || account.deactivated) return undefined;
  const { username, name } = account;
  return { id, username, name, ...rightsOfAccount(account) };
}
