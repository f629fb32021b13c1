import { problem, type Problem } from '@ledgerline/contracts';
import { accountFold, identityFold } from '@ledgerline/domain';
import { accountIdOf, randomId, type Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';
import { recordRefusedSignIn } from '../audit/sign-in-refused.js';
import { seesWholeLog } from '../read-model-freshness.js';
import { startSession, type SignedIn } from '../sessions/start-session.js';
import { identityId, type NamedIdentity } from './identity-id.js';
import { identitiesCollection } from './identity-list.projection.js';
import { matchIdentity } from './link-identity.decision.js';

/** What the edge has proved: the provider's word on who it is, and the user name by the claim that is configured. */
export interface ProvenIdentity extends NamedIdentity {
  readonly username?: string;
}

/**
 * Signs in whom a provider knows. Nobody's account is made, nobody's rights are changed; a locked account and none are refused in the same words. The
 * password's failures and the second factor are not asked about: both are the provider's here.
 */
export async function signInByProvider(
  { body }: { readonly body: ProvenIdentity },
  ledgerline: Ledgerline,
): Promise<SignedIn | Problem> {
  const identity = identityId(body, ledgerline);
  const id = (await linkedAccount(identity, ledgerline)) ?? (await matchedAccount(identity, body, ledgerline));
  if (id === 'read-model-behind') return problem(id);
  if (id === undefined) {
    await recordRefusedSignIn(identity, 'unknown-identity', ledgerline);
    return problem('no-account');
  }
  const { state: account } = await ledgerline.commands.current(streamName('account', id), accountFold);
  if (account === undefined || account.deactivated) {
    await recordRefusedSignIn(id, 'deactivated', ledgerline);
    return problem('no-account');
  }
  return startSession(id, account, ledgerline, 'oidc');
}

async function linkedAccount(identity: string, { commands }: Ledgerline): Promise<string | undefined> {
  const { state } = await commands.current(streamName('identity', identity), identityFold);
  return state?.linked ? state.account : undefined;
}

/** By the user name, at a first sign-in; from then on it is linked. */
async function matchedAccount(identity: string, { username, ...named }: ProvenIdentity, ledgerline: Ledgerline) {
  if (username === undefined) return undefined;
  const id = accountIdOf(username, ledgerline);
  const { state: account } = await ledgerline.commands.current(streamName('account', id), accountFold);
  if (account === undefined) return undefined;
  if (!(await seesWholeLog(identitiesCollection, ledgerline))) return 'read-model-behind' as const;
  const collection = await ledgerline.live(identitiesCollection);
  const known = await collection.count({ where: { account: id, linked: true, issuer: named.issuer } }, 1);
  const handled = await ledgerline.commands.handle(
    streamName('identity', identity),
    { id: randomId(), data: named, actor: { kind: 'system', id: 'sign-in' } },
    { fold: identityFold, decide: matchIdentity({ id, account }, known > 0) },
  );
  return handled.kind === 'accepted' ? id : linkedAccount(identity, ledgerline);
}
