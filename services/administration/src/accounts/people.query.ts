import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { accountFold } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { streamName, type Personal } from '@ledgerline/kernel';
import { undertakingOf } from '../undertakings/undertakings.query.js';

export interface Named {
  readonly id: string;
  /** null: there is no such account. */
  readonly username: Personal<string> | null;
  readonly name: Personal<string> | null;
}

/** Who an account is; of what is no person's account (an API token, the system) there are no names. */
export async function person({ body }: QueryRequest<{ readonly id: string }>, ledgerline: Ledgerline) {
  const undertaking = await undertakingOf(body.id, ledgerline);
  return { kind: 'person' as const, ...(await named(body.id, ledgerline)), undertaking };
}

/** The names of colleagues, for whoever works here: who holds a ticket, who did what. Callers at the portal are not told. */
export async function namesOfPeople(
  { body, principal }: QueryRequest<{ readonly ids: readonly string[] }>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'people'; readonly items: readonly Named[] } | Problem> {
  if (principal.kind !== 'person' && principal.kind !== 'token') return problem('not-allowed');
  const items: Named[] = [];
  for (const id of body.ids) {
    const one = await named(id, ledgerline);
    if (one.username !== null) items.push(one);
  }
  return { kind: 'people', items };
}

async function named(id: string, ledgerline: Ledgerline): Promise<Named> {
  const { state: account } = await ledgerline.commands.current(streamName('account', id), accountFold);
  return { id, username: account?.username ?? null, name: account?.name ?? null };
}
