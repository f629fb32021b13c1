import type { Command } from 'commander';
import { answer, answeringCommand } from '../answer.js';
import { signedIn, withSignIn, type SignInOptions } from '../api/sign-in.js';

interface RevokeOptions extends SignInOptions {
  readonly reason?: string;
}

export function revokeTokenCommand(): Command {
  return withSignIn(answeringCommand('revoke', 'end an API token'))
    .argument('<id>', 'as "ledgerline token list" shows it')
    .option('--reason <reason>', 'why; it stands on record')
    .action(
      answer<RevokeOptions>(async (asked, given) => {
        const id = String(given);
        const { reason } = asked.options;
        const body = reason === undefined ? {} : { reason };
        await signedIn(asked, (api) => api.call('POST', `/tokens/${encodeURIComponent(id)}/revoke`, body));
        return { result: { id, revoked: true }, words: [`${id} is revoked.`] };
      }),
    );
}
