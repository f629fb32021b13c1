import type { QueryRequest } from '@ledgerline/contracts';
import { accountFold, undertakingState, withImplied, type UndertakingState } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { everyDocument, streamName, type Personal } from '@ledgerline/kernel';
import { accountsCollection } from '../accounts/account-list.projection.js';
import { undertakingText } from './undertaking-text.js';

export interface Undertaking {
  readonly id: string;
  readonly username: Personal<string>;
  readonly name: Personal<string>;
  readonly undertaking: UndertakingState;
}

/** Who watches over it sees everybody's; others their own. */
const watching = ['administrator', 'coordinator', 'leader', 'auditor', 'personnel'];

/** `GET /undertakings` (R7.2): the text, the asker's own, and who of the staff has signed when and who has not. */
export async function undertakings({ principal }: QueryRequest<unknown>, ledgerline: Ledgerline) {
  const [now, zone] = [ledgerline.clock.now(), ledgerline.configuration.timeZone];
  const roles = withImplied(principal.roles);
  const own = await undertakingOf(principal.id, ledgerline);
  const items: Undertaking[] = [];
  if (watching.some((role) => roles.has(role)))
    for await (const { document } of everyDocument(await ledgerline.live(accountsCollection), { where: { kind: 'account' } })) {
      const { id, username, name, undertaking } = document;
      items.push({ id, username, name, undertaking: undertakingState(undertaking, now, zone) });
    }
  return { kind: 'undertakings' as const, text: undertakingText, own, items };
}

/** From the log: who has just signed is not asked again. */
export async function undertakingOf(account: string, ledgerline: Ledgerline): Promise<UndertakingState> {
  const { state } = await ledgerline.commands.current(streamName('account', account), accountFold);
  return undertakingState(state?.undertaking, ledgerline.clock.now(), ledgerline.configuration.timeZone);
}
