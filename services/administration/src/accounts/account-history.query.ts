import { problem, type QueryRequest } from '@ledgerline/contracts';
import { accountFold, watchesHouse, type Account } from '@ledgerline/domain';
import { accountIdOf, type Ledgerline } from '@ledgerline/host';
import { eventsOf, streamName } from '@ledgerline/kernel';

/** `GET /users/{id or username}`: one account, with who changed what of it, when and why. */
export async function accountWithHistory({ body, principal }: QueryRequest<{ readonly id: string }>, ledgerline: Ledgerline) {
  if (!watchesHouse(principal.roles) && principal.id !== body.id) return problem('not-allowed');
  const id = accountIdOf(body.id, ledgerline);
  const events = await eventsOf(streamName('account', id), ledgerline);
  const account = events.reduce<Account>(accountFold.evolve, undefined);
  if (account === undefined) return problem('account-not-found');
  const { username, name, roles, departments, unrestricted, deactivated = false } = account;
  const history = events.map(({ type, data, meta, version }) => {
    const { passwordHash: _hash, person: _person, ...told } = data as Readonly<Record<string, unknown>>;
    return { version, type, at: meta.at, by: meta.actor.id, ...told };
  });
  return { kind: 'account' as const, account: { id, username, name, roles, departments, unrestricted, deactivated, history } };
}
