import { accountFold, standsForToken, tokenFold, type Token } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText, streamName } from '@ledgerline/kernel';
import { personBehind } from './person-behind.js';

/** A token that is good now: not revoked, not expired, and whose issuer's account has stood since; undefined for any other. */
export async function tokenInForce(id: string, ledgerline: Pick<Ledgerline, 'clock' | 'commands'>): Promise<Token> {
  const { state: token } = await ledgerline.commands.current<Token>(streamName('token', id), tokenFold);
  if (token === undefined || token.revoked) return undefined;
  if (token.expiresAt !== undefined && token.expiresAt <= instantText(ledgerline.clock.now())) return undefined;
  return (await issuerStands(token, ledgerline)) ? token : undefined;
}

/** The account that issued it, or the token by which it was issued. */
export async function issuerStands(token: NonNullable<Token>, { commands }: Pick<Ledgerline, 'commands'>): Promise<boolean> {
  const issuer = await personBehind(token.issuedBy, { commands });
  return standsForToken((await commands.current(streamName('account', issuer), accountFold)).state, token);
}
