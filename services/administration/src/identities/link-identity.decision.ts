import { rightsOfAccount, type Account, type ProviderIdentity, type IdentityEvent } from '@ledgerline/domain';
import { rejected, type Decide, type Rejection } from '@ledgerline/kernel';
import type { NamedIdentity } from './identity-id.js';

type OnIdentity<Body> = Decide<Body, ProviderIdentity, IdentityEvent>;

/** Whose account it becomes. */
export interface Owner {
  readonly id: string;
  readonly account: Account;
}

/** By an administrator's hand: any account that stands, and an identity that is nobody's. */
export function linkIdentity({ id, account }: Owner): OnIdentity<NamedIdentity & { readonly reason: string }> {
  return ({ issuer, subject, reason }, identity) => {
    if (account === undefined || account.deactivated) return rejected('account-not-found');
    if (identity?.linked) return rejected('identity-linked-already');
    return [{ type: 'IdentityLinked', data: { account: id, issuer, person: account.person, subject, reason } }];
  };
}

/**
 * At a first sign-in, by the claim that names the account: never somebody who administers, whom nobody becomes by a name at a provider; never an account
 * that the provider knows as somebody else; and never what an administrator has unlinked.
 *
 * @param isKnown another subject of that issuer is linked to the account
 */
export function matchIdentity({ id, account }: Owner, isKnown: boolean): OnIdentity<NamedIdentity> {
  return ({ issuer, subject }, identity): readonly IdentityEvent[] | Rejection => {
    if (identity !== undefined) return rejected('identity-linked-already');
    if (account === undefined || account.deactivated || isKnown) return rejected('account-not-found');
    if (account.unrestricted || rightsOfAccount(account).roles.includes('administrator')) return rejected('account-not-found');
    return [{ type: 'IdentityLinked', data: { account: id, issuer, person: account.person, subject } }];
  };
}

export const unlinkIdentity: OnIdentity<{ readonly reason: string }> = ({ reason }, identity) => {
  if (!identity?.linked) return rejected('identity-not-found');
  const { account, person } = identity;
  return [{ type: 'IdentityUnlinked', data: { account, person, reason } }];
};
