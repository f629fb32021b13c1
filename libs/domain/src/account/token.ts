import type { Fold } from '@ledgerline/kernel';
import type { AccountEvent, AccountEvents } from './account-events.js';
import type { Account } from './account.js';

export type Token =
  | (AccountEvents['TokenIssued'] & { readonly revoked: boolean; readonly issuedBy: string; readonly issuedAt: string })
  | undefined;

export const tokenFold: Fold<Token> = {
  initial: undefined,
  evolve(token, recorded) {
    const event = recorded as unknown as AccountEvent;
    if (event.type === 'TokenIssued')
      return { ...event.data, revoked: false, issuedBy: recorded.meta.actor.id, issuedAt: recorded.meta.at };
    return token && event.type === 'TokenRevoked' ? { ...token, revoked: true } : token;
  },
};

/** An account that issued a token stands for it: deactivated once, whatever it had issued is over, also when it comes back. */
export function standsForToken(issuer: Account, { issuedAt }: Pick<NonNullable<Token>, 'issuedAt'>): boolean {
  if (issuer === undefined || issuer.deactivated === true) return false;
  return issuer.tokensEndedAt === undefined || issuedAt > issuer.tokensEndedAt;
}
