import { accountFold, withImplied, type Account, type SignedUndertaking } from '@ledgerline/domain';
import { idOf, type CollectionDefinition, type Personal, type Projection } from '@ledgerline/kernel';

export interface ListedAccount {
  readonly id: string;
  readonly username: Personal<string>;
  readonly name: Personal<string>;
  readonly roles: readonly string[];
  readonly departments: readonly string[];
  readonly unrestricted: boolean;
  readonly createdAt: string;
  readonly deactivated: boolean;
  readonly undertaking?: SignedUndertaking;
}

/** `leader`, `administrator`: who can sign in and holds it; decisions count them. */
export const accountsCollection: CollectionDefinition<ListedAccount> = {
  name: 'accounts',
  version: 6,
  fields: {
    kind: 'string', leader: 'boolean', administrator: 'boolean', role: 'string', department: 'string', createdAt: 'string',
  }, // prettier-ignore
  indexes: [['kind'], ['leader'], ['administrator'], ['kind', 'role', 'department', 'createdAt']],
  rows: (account) => [
    {
      kind: 'account',
      leader: holds(account, 'leader', 'chairman'),
      administrator: holds(account, 'administrator'),
      role: '',
      department: '',
      createdAt: account.createdAt,
    },
    ...(account.deactivated ? [] : holdings(account)).map((of) => ({
      kind: 'holding',
      leader: false,
      administrator: false,
      ...of,
      createdAt: account.createdAt,
    })),
  ],
  personal: ['username', 'name'],
};

/** Of whom one asks "who is …?": each role, a manager's in each department; who is unrestricted is asked for last. */
function holdings({ roles, departments, unrestricted }: ListedAccount) {
  if (unrestricted) return [{ role: 'unrestricted', department: '' }];
  const all = withImplied(roles);
  return ['coordinator', 'leader', 'manager', 'inspector', 'personnel'].flatMap((role) => {
    if (!all.has(role)) return [];
    return role === 'manager' ? departments.map((department) => ({ role, department })) : [{ role, department: '' }];
  });
}

export const accountList: Projection<ListedAccount> = {
  collection: accountsCollection,
  categories: ['account'],
  looksInside: ['AccountCreated', 'AccountRenamed'],
  keys: ({ stream }) => [idOf(stream)],
  apply: listed,
};

function holds({ unrestricted, roles, deactivated }: ListedAccount, ...wanted: readonly string[]): boolean {
  return !deactivated && (unrestricted || roles.some((role) => wanted.includes(role)));
}

function listed(
  before: ListedAccount | undefined,
  recorded: Parameters<Projection<ListedAccount>['apply']>[1],
): ListedAccount | undefined {
  const account = accountFold.evolve(before as Account | undefined, recorded);
  if (!account) return before;
  const { username, name, roles, departments, unrestricted, deactivated = false, undertaking } = account;
  const createdAt = before?.createdAt ?? recorded.meta.at;
  const signed = undertaking === undefined ? {} : { undertaking };
  return { id: idOf(recorded.stream), username, name, roles, departments, unrestricted, deactivated, createdAt, ...signed };
}
