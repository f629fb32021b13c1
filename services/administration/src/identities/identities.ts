import { problem, type LinkIdentity, type Problem, type QueryRequest, type WithReason } from '@ledgerline/contracts';
import { accountFold, identityFold, watchesHouse } from '@ledgerline/domain';
import { accountIdOf, commandOf, replyOf, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';
import { identityId } from './identity-id.js';
import { identitiesCollection, type ListedIdentity } from './identity-list.projection.js';
import { linkIdentity, unlinkIdentity } from './link-identity.decision.js';

/** `POST /users/{id}/link-identity` */
export async function linkIdentityOf(request: CommandRequest<LinkIdentity>, ledgerline: Ledgerline): Promise<CommandReply> {
  if (!request.principal.roles.includes('administrator')) return problem('not-allowed');
  const { subject, reason, issuer = ledgerline.configuration.oidc?.issuer } = request.body;
  if (issuer === undefined) return problem('no-provider');
  const account = accountIdOf(request.id, ledgerline);
  const { state } = await ledgerline.commands.current(streamName('account', account), accountFold);
  const id = identityId({ issuer, subject }, ledgerline);
  const handled = await ledgerline.commands.handle(
    streamName('identity', id),
    { ...commandOf(request), data: { issuer, subject, reason } },
    { fold: identityFold, decide: linkIdentity({ id: account, account: state }) },
  );
  return replyOf(id, handled);
}

/** `POST /identities/{id}/unlink`: whoever is known by it signs in with it no more; sessions that are open go on until they are ended. */
export async function unlinkIdentityNow(request: CommandRequest<WithReason>, ledgerline: Ledgerline): Promise<CommandReply> {
  if (!request.principal.roles.includes('administrator')) return problem('not-allowed');
  const handled = await ledgerline.commands.handle(streamName('identity', request.id), commandOf(request), {
    fold: identityFold,
    decide: unlinkIdentity,
  });
  return replyOf(request.id, handled);
}

/** `GET /users/{id}/identities`: for administrators and auditors, and of oneself. */
export async function identitiesOf(
  { body, principal }: QueryRequest<{ readonly id: string }>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'identities'; readonly items: readonly Omit<ListedIdentity, 'person'>[] } | Problem> {
  const account = accountIdOf(body.id, ledgerline);
  const watches = watchesHouse(principal.roles);
  if (!watches && principal.id !== account) return problem('not-allowed');
  const collection = await ledgerline.live(identitiesCollection);
  const { items } = await collection.find({ where: { account, linked: true }, limit: 200 });
  return { kind: 'identities', items: items.map(({ document: { person: _key, ...shown } }) => shown) };
}
