import type { CreateUser } from '@ledgerline/contracts';
import { accountFold, type Account, type AccountEvent } from '@ledgerline/domain';
import { accountIdOf, commandOf, replyOf, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { idOf, rejected, streamName, type CollectionDefinition, type Projection } from '@ledgerline/kernel';
import { hashPassword } from './password.js';

/** `POST /users`. The username is the stream, so that two cannot have the same. */
export async function createUser(request: CommandRequest<CreateUser>, ledgerline: Ledgerline): Promise<CommandReply> {
  if (!request.principal.roles.includes('administrator')) return { kind: 'problem', code: 'not-allowed' };
  const { username, password, name, roles, departments } = request.body;
  const account = { username, name, roles, departments, unrestricted: false, passwordHash: await hashPassword(password) };
  return createAccount(request, account, ledgerline);
}

type NewAccount = Omit<NonNullable<Account>, 'person'> & { readonly username: string };

export async function createAccount(request: CommandRequest, account: NewAccount, ledgerline: Ledgerline): Promise<CommandReply> {
  const id = accountIdOf(account.username, ledgerline);
  const person = await ledgerline.vault.newPerson();
  const handled = await ledgerline.commands.handle<unknown, Account, AccountEvent>(
    streamName('account', id),
    commandOf(request),
    {
      fold: accountFold,
      decide: (_body, existing) =>
        existing ? rejected('username-taken') : [{ type: 'AccountCreated', data: { ...account, person } }],
    },
  );
  return replyOf(id, handled);
}

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
