import { roleNames } from '@ledgerline/contracts';
import { Command, Option } from 'commander';
import { randomBytes } from 'node:crypto';
import { answer, answeringCommand } from './answer.js';
import { askSecret } from './api/ask-secret.js';
import { signedIn, withSignIn, type SignInOptions } from './api/sign-in.js';
import { columns } from './columns.js';
import { notThereYet } from './not-there-yet.js';

/** `ledgerline user`: accounts of the running installation. */
export function userCommand(): Command {
  const user = new Command('user').description('accounts of the running installation');
  user.addCommand(addCommand());
  user.addCommand(listCommand());
  for (const name of ['password', 'disable']) user.addCommand(notThereYet(name), { hidden: true });
  return user;
}

interface AddOptions extends SignInOptions {
  readonly name?: string;
  readonly role?: string[];
  readonly department?: string[];
  readonly generatePassword?: boolean;
}

/** The password is never an argument: those stand in the list of processes. */
function addCommand(): Command {
  return withSignIn(answeringCommand('add', 'make an account; its password is asked for, or comes on stdin'))
    .argument('<username>')
    .option('--name <name>', "the person's name; the username unless given")
    .addOption(new Option('--role <role...>', 'what the person may do').choices(roleNames))
    .option('--department <code...>', 'where the person works')
    .option('--generate-password', 'make a password and print it once')
    .action(
      answer<AddOptions>(async (asked, username) => {
        const { name = username, role: roles = [], department: departments = [], generatePassword } = asked.options;
        return signedIn(asked, async (api) => {
          const password = generatePassword
            ? randomBytes(15).toString('base64url')
            : await askSecret(`Password for ${username}: `, asked.signal);
          const { id } = await api.call<{ id: string }>('POST', '/users', { username, password, name, roles, departments });
          const shown = generatePassword ? { password } : {};
          const words = [`${username} can sign in now.`, ...(generatePassword ? [`Password: ${password}`] : [])];
          return { result: { id, username, ...shown }, words };
        });
      }),
    );
}

interface User {
  readonly username: unknown;
  readonly name: unknown;
  readonly roles: readonly string[];
  readonly departments: readonly string[];
  readonly unrestricted: boolean;
}

function listCommand(): Command {
  return withSignIn(answeringCommand('list', 'list the accounts')).action(
    answer<SignInOptions>(async (asked) =>
      signedIn(asked, async (api) => {
        const { items } = await api.call<{ items: readonly User[] }>('GET', '/users');
        return { result: { items }, words: columns([['USERNAME', 'NAME', 'ROLES', 'DEPARTMENTS'], ...items.map(userRow)]) };
      }),
    ),
  );
}

function userRow({ username, name, roles, departments, unrestricted }: User): readonly string[] {
  const text = (value: unknown) => (typeof value === 'string' ? value : '(erased)');
  if (unrestricted) return [text(username), text(name), 'all', 'all'];
  return [text(username), text(name), roles.join(', ') || '–', departments.join(', ') || '–'];
}
