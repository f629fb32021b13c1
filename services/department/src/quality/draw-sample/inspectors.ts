import type { Problem } from '@ledgerline/contracts';
import { accountFold, roles as everyRole } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';
import type { Inspector } from './share-out.js';

const principal = { kind: 'system', id: 'samples', roles: ['system'], departments: [] } as const;

/** Everybody who scores now, with what they may see; where nobody holds the role, those who hold every role. */
export async function inspectorsNow(ledgerline: Pick<Ledgerline, 'ask' | 'commands'>): Promise<readonly Inspector[]> {
  const asked = { body: { role: 'inspector' }, principal };
  const answer = await ledgerline.ask<{ readonly ids: readonly string[] } | Problem>('administration', 'who-holds', asked);
  if ('code' in answer) throw new Error(`who holds inspector? ${answer.code}`);
  const found: Inspector[] = [];
  for (const id of answer.ids) {
    const inspector = await inspectorNamed(id, ledgerline);
    if (inspector !== undefined) found.push(inspector);
  }
  return found;
}

/** undefined where that account does not score. */
export async function inspectorNamed(id: string, { commands }: Pick<Ledgerline, 'commands'>): Promise<Inspector | undefined> {
  const { state } = await commands.current(streamName('account', id), accountFold);
  if (state === undefined || state.deactivated) return undefined;
  const roles = state.unrestricted ? everyRole : state.roles;
  return roles.includes('inspector') ? { id, roles } : undefined;
}

/** The department whose work somebody's counts for: the first that they belong to. */
export async function teamOf(account: string, { commands }: Pick<Ledgerline, 'commands'>): Promise<string> {
  const { state } = await commands.current(streamName('account', account), accountFold);
  return state?.departments.find((one) => one !== '*') ?? '';
}
