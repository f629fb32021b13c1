import type { CreateUser } from '@ledgerline/contracts';
import { accountFold, unknownDepartments, type Account, type AccountEvent } from '@ledgerline/domain';
import { accountIdOf, commandOf, replyOf, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { rejected, streamName } from '@ledgerline/kernel';
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
  const [department] = await unknownDepartments(account.departments, ledgerline);
  const person = await ledgerline.vault.newPerson();
  const handled = await ledgerline.commands.handle<unknown, Account, AccountEvent>(
    streamName('account', id),
    commandOf(request),
    {
      fold: accountFold,
      decide: (_body, existing) => {
        if (existing) return rejected('username-taken');
        if (department !== undefined) return rejected('unknown-department', { department });
        return [{ type: 'AccountCreated', data: { ...account, person } }];
      },
    },
  );
  return replyOf(id, handled);
}
