import { accountFold, withImplied, type Account } from '@ledgerline/domain';
import { idOf, type CollectionDefinition, type Projection } from '@ledgerline/kernel';

export interface ListedAccount {
  readonly id: string;
  readonly username: unknown;
  readonly name: unknown;
  readonly roles: readonly string[];
  readonly departments: readonly string[];
  readonly unrestricted: boolean;
  readonly createdAt: string;
}

export const accountsCollection: CollectionDefinition<ListedAccount> = {
  name: 'accounts',
  version: 2,
  fields: { kind: 'string', leader: 'boolean', role: 'string', department: 'string', createdAt: 'string' },
  indexes: [['kind'], ['leader'], ['kind', 'role', 'department', 'createdAt']],
  rows: (account) => [
    {
      kind: 'account',
      leader: account.unrestricted || account.roles.some((role) => role === 'leader' || role === 'chairman'),
      role: '',
      department: '',
      createdAt: account.createdAt,
    },
    ...holdings(account).map((of) => ({ kind: 'holding', leader: false, ...of, createdAt: account.createdAt })),
  ],
  personal: ['username', 'name'],
};

/** Of whom one asks "who is …?": each role, a manager's in each department; who is unrestricted is asked for last. */
function holdings({ roles, departments, unrestricted }: ListedAccount) {
  if (unrestricted) return [{ role: 'unrestricted', department: '' }];
  const all = withImplied(roles);
  return ['coordinator', 'leader', 'manager'].flatMap((role) => {
    if (!all.has(role)) return [];
    return role === 'manager' ? departments.map((department) => ({ role, department })) : [{ role, department: '' }];
  });
}

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
  const createdAt = before?.createdAt ?? recorded.meta.at;
  return { id: idOf(recorded.stream), username, name, roles, departments, unrestricted, createdAt };
}
