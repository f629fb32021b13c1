import type { Command } from 'commander';
import { answer, answeringCommand } from '../answer.js';
import { signedIn, withSignIn, type SignInOptions } from '../api/sign-in.js';
import { newPassword, type PasswordOptions } from './new-password.js';

export function setPasswordCommand(): Command {
  return withSignIn(answeringCommand('password', 'set a new password; the sessions of the old one end'))
    .argument('<username>')
    .option('--generate-password', 'make a password and print it once')
    .action(
      answer<SignInOptions & PasswordOptions>(async (asked, given) =>
        signedIn(asked, async (api) => {
          const username = String(given);
          const { password, shown, words } = await newPassword(username, asked);
          await api.call('POST', `/users/${encodeURIComponent(username)}/reset-password`, { password });
          return { result: { username, ...shown }, words: [`${username} has a new password.`, ...words] };
        }),
      ),
    );
}
