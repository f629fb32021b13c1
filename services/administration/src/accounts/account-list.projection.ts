import { accountFold, type Account } from '@ledgerline/domain';
import { idOf, type CollectionDefinition, type Projection } from '@ledgerline/kernel';

export interface ListedAccount {
  readonly id: string;
  readonly username: unknown;
  readonly name: unknown;
  readonly roles: readonly string[];
  readonly departments: readonly string[];
  readonly unrestricted: boolean;
}

export const accountsCollection: CollectionDefinition<ListedAccount> = {
  name: 'accounts',
  version: 1,
  fields: { kind: 'string', leader: 'boolean' },
  indexes: [['kind'], ['leader']],
  rows: (account) => [
    { kind: 'account', leader: account.unrestricted || account.roles.some((role) => role === 'leader' || role === 'chairman') },
  ],
  personal: ['username', 'name'],
};

export const accountList: Projection<ListedAccount> = {
  collection: accountsCollection,
  categories: ['account'],
  keys: ({ stream }) => [idOf(stream)],
  apply: listed,
};

function listed(
  before: ListedAccount | undefined,
  recorded: Parameters<Projection<ListedAccount>['apply']>[1],
): ListedAccount | undefined {
  const account = accountFold.evolve(before as Account | undefined, recorded);
  if (!account) return before;
  const { username, name, roles, departments, unrestricted } = account;
  return { id: idOf(recorded.stream), username, name, roles, departments, unrestricted };
}
