import { roleNames } from '@ledgerline/contracts';
import { Command, Option } from 'commander';
import { answer, answeringCommand } from './answer.js';
import { signedIn, withSignIn, type SignInOptions } from './api/sign-in.js';
import { instantArgument } from './instant-argument.js';
import { notThereYet } from './not-there-yet.js';

/** `ledgerline token`: API tokens of the running installation. */
export function tokenCommand(): Command {
  const token = new Command('token').description('API tokens of the running installation');
  token.addCommand(createCommand());
  for (const name of ['list', 'revoke']) token.addCommand(notThereYet(name), { hidden: true });
  return token;
}

interface CreateOptions extends SignInOptions {
  readonly role: string[];
  readonly department?: string[];
  readonly scope?: string[];
  readonly expires?: string;
}

function createCommand(): Command {
  return withSignIn(answeringCommand('create', 'make an API token and print it: it is told this once'))
    .argument('<name>', 'what it is for')
    .addOption(new Option('--role <role...>', 'what it may do').choices(roleNames).makeOptionMandatory())
    .option('--department <code...>', 'departments that it works for')
    .option('--scope <scope...>', 'what more it may see')
    .option('--expires <time>', 'until when it is good (RFC 3339 with offset); for ever unless given', instantArgument)
    .action(
      answer<CreateOptions>(async (asked, name) => {
        const { role: roles, department: departments = [], scope: scopes = [], expires } = asked.options;
        const body = { name, roles, departments, scopes, ...(expires === undefined ? {} : { expiresAt: expires }) };
        const made = await signedIn(asked, (api) => api.call<{ id: string; token: string }>('POST', '/tokens', body));
        return { result: { id: made.id, token: made.token }, words: [made.token] };
      }),
    );
}
