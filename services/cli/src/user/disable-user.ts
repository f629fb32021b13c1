import type { Command } from 'commander';
import { answer, answeringCommand } from '../answer.js';
import { signedIn, withSignIn, type SignInOptions } from '../api/sign-in.js';

interface ReasonOptions extends SignInOptions {
  readonly reason: string;
}

/** What was done under the account stays as it is. */
export function disableUserCommand(): Command {
  return changing('disable', {
    does: 'lock an account: its sessions end, and the API tokens that it issued',
    call: 'deactivate',
    done: (username) => `${username} is out: sessions and tokens of the account have ended.`,
  });
}

export function enableUserCommand(): Command {
  return changing('enable', {
    does: 'unlock an account; tokens that ended with it stay ended',
    call: 'reactivate',
    done: (username) => `${username} can sign in again.`,
  });
}

interface Change {
  readonly does: string;
  readonly call: 'deactivate' | 'reactivate';
  readonly done: (username: string) => string;
}

function changing(name: string, { does, call, done }: Change): Command {
  return withSignIn(answeringCommand(name, does))
    .argument('<username>')
    .requiredOption('--reason <reason>', 'why; it stands on record')
    .action(
      answer<ReasonOptions>(async (asked, given) =>
        signedIn(asked, async (api) => {
          const username = String(given);
          const { reason } = asked.options;
          await api.call('POST', `/users/${encodeURIComponent(username)}/${call}`, { reason });
          return { result: { username, disabled: call === 'deactivate' }, words: [done(username)] };
        }),
      ),
    );
}
