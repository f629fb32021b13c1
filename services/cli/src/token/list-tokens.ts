import type { Command } from 'commander';
import { answer, answeringCommand } from '../answer.js';
import type { Api } from '../api/api.js';
import { signedIn, withSignIn, type SignInOptions } from '../api/sign-in.js';
import { columns } from '../columns.js';

interface ListOptions extends SignInOptions {
  readonly issuedBy?: string;
}

interface Token {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly issuedAt: string;
  readonly expiresAt?: string;
  readonly revoked: boolean;
  readonly ended: boolean;
}

export function listTokensCommand(): Command {
  return withSignIn(answeringCommand('list', 'list API tokens, the newest first; the tokens themselves nobody can show again'))
    .option('--issued-by <username>', 'those of one account')
    .action(
      answer<ListOptions>(async (asked) => {
        const items = await signedIn(asked, (api) => everyToken(api, asked.options.issuedBy));
        return { result: { items }, words: columns([['ID', 'NAME', 'ROLES', 'ISSUED', 'STATE'], ...items.map(tokenRow)]) };
      }),
    );
}

async function everyToken(api: Api, issuedBy: string | undefined): Promise<readonly Token[]> {
  const found: Token[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const query = new URLSearchParams({ limit: '200', ...(issuedBy && { issuedBy }), ...(cursor && { cursor }) });
    const page = await api.call<{ items: readonly Token[]; next: string | null }>('GET', `/tokens?${query.toString()}`);
    found.push(...page.items);
    cursor = page.next;
  }
  return found;
}

function tokenRow(token: Token): readonly string[] {
  return [token.id, token.name, token.roles.join(', '), token.issuedAt, stateOf(token)];
}

function stateOf({ revoked, ended, expiresAt }: Token): string {
  if (revoked) return 'revoked';
  if (ended) return 'ended with its issuer';
  if (expiresAt === undefined) return 'good';
  const isOver = Temporal.Instant.compare(expiresAt, Temporal.Now.instant()) <= 0;
  return isOver ? `expired ${expiresAt}` : `good until ${expiresAt}`;
}
