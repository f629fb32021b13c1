import { roleNames } from '@ledgerline/contracts';
import { Option, type Command } from 'commander';
import { answer, answeringCommand } from '../answer.js';
import { signedIn, withSignIn, type SignInOptions } from '../api/sign-in.js';
import { instantArgument } from '../instant-argument.js';

interface CreateOptions extends SignInOptions {
  readonly role: string[];
  readonly department?: string[];
  readonly scope?: string[];
  readonly expires?: string;
}

export function createTokenCommand(): Command {
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
