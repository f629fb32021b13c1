import type { Command } from 'commander';
import { answer, answeringCommand } from '../answer.js';
import { signedIn, withSignIn, type SignInOptions } from '../api/sign-in.js';
import { columns } from '../columns.js';

interface User {
  readonly username: unknown;
  readonly name: unknown;
  readonly roles: readonly string[];
  readonly departments: readonly string[];
  readonly unrestricted: boolean;
}

export function listUsersCommand(): Command {
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
