import { roleNames } from '@ledgerline/contracts';
import { Option, type Command } from 'commander';
import { answer, answeringCommand } from '../answer.js';
import { signedIn, withSignIn, type SignInOptions } from '../api/sign-in.js';
import { newPassword, type PasswordOptions } from './new-password.js';

interface AddOptions extends SignInOptions, PasswordOptions {
  readonly name?: string;
  readonly role?: string[];
  readonly department?: string[];
}

export function addUserCommand(): Command {
  return withSignIn(answeringCommand('add', 'make an account; its password is asked for, or comes on stdin'))
    .argument('<username>')
    .option('--name <name>', "the person's name; the username unless given")
    .addOption(new Option('--role <role...>', 'what the person may do').choices(roleNames))
    .option('--department <code...>', 'where the person works')
    .option('--generate-password', 'make a password and print it once')
    .action(
      answer<AddOptions>(async (asked, given) => {
        const username = String(given);
        const { name = username, role: roles = [], department: departments = [] } = asked.options;
        return signedIn(asked, async (api) => {
          const { password, shown, words } = await newPassword(username, asked);
          const { id } = await api.call<{ id: string }>('POST', '/users', { username, password, name, roles, departments });
          return { result: { id, username, ...shown }, words: [`${username} can sign in now.`, ...words] };
        });
      }),
    );
}
