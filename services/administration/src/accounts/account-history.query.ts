import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { accountFold, watchesHouse, type Account, type AccountEvents, type AccountEventType } from '@ledgerline/domain';
import { accountIdOf, type Ledgerline } from '@ledgerline/host';
import { eventsOf, streamName, type Personal } from '@ledgerline/kernel';

/** One step of an account: who did it, when, and with which words; which members there are, the type says. */
export interface AccountStep extends Partial<Omit<TellsOfAccount, InnerOfAccount>> {
  readonly version: number;
  readonly type: AccountEventType;
  readonly at: string;
  readonly by: string;
}

/** One account, with who changed what of it. */
export interface OneAccount {
  readonly id: string;
  readonly username: Personal<string>;
  readonly name: Personal<string>;
  readonly roles: readonly string[];
  readonly departments: readonly string[];
  /** Holds every role and every department until narrowed. */
  readonly unrestricted: boolean;
  readonly deactivated: boolean;
  readonly history: readonly AccountStep[];
}

type TellsOfAccount = AccountEvents['AccountCreated'] &
  AccountEvents['AccountChanged'] &
  AccountEvents['UndertakingSigned'] &
  AccountEvents['SubstituteNamed'];

/** What is nobody's to see, and how second factors count. */
const inner = ['passwordHash', 'person', 'enrolment', 'step', 'place'] as const;
type InnerOfAccount = (typeof inner)[number];

/** `GET /users/{id or username}`: one account, with who changed what of it, when and why. */
export async function accountWithHistory(
  { body, principal }: QueryRequest<{ readonly id: string }>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'account'; readonly account: OneAccount } | Problem> {
  if (!watchesHouse(principal.roles) && principal.id !== body.id) return problem('not-allowed');
  const id = accountIdOf(body.id, ledgerline);
  const events = await eventsOf(streamName('account', id), ledgerline);
  const account = events.reduce<Account>(accountFold.evolve, undefined);
  if (account === undefined) return problem('account-not-found');
  const { username, name, roles, departments, unrestricted, deactivated = false } = account;
  const history = events.map(({ type, data, meta, version }): AccountStep => {
    const told = Object.entries(data as object).filter(([name]) => !(inner as readonly string[]).includes(name));
    return { version, type: type as AccountEventType, at: meta.at, by: meta.actor.id, ...Object.fromEntries(told) };
  });
  return { kind: 'account', account: { id, username, name, roles, departments, unrestricted, deactivated, history } };
}
