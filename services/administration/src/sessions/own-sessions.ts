import { problem, type QueryRequest } from '@ledgerline/contracts';
import { accountFold, sessionFold, type AccountEvent, type Session } from '@ledgerline/domain';
import { commandOf, replyOf, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { instantText, rejected, streamName } from '@ledgerline/kernel';
import { tokenId } from './token-id.js';
import { sessionsCollection, type ListedSession } from './session-list.projection.js';

/** Where somebody is signed in; `current`: it is the one that asks. */
export type OwnSession = Omit<ListedSession, 'account' | 'ended'> & { readonly current: boolean };

/** Where the asker is signed in, the newest first; what has expired or was ended is no session any more. */
export async function ownSessions({ body, principal }: QueryRequest<{ readonly token: string }>, ledgerline: Ledgerline) {
  if (principal.kind !== 'person') return problem('not-allowed');
  const now = instantText(ledgerline.clock.now());
  const { state: account } = await ledgerline.commands.current(streamName('account', principal.id), accountFold);
  const endedAt = (account as { sessionsEndedAt?: string } | undefined)?.sessionsEndedAt ?? '';
  const page = await (
    await ledgerline.live(sessionsCollection)
  ).find({ where: { account: principal.id, ended: false }, sort: ['-startedAt'], limit: 200 });
  const current = tokenId(body.token, ledgerline);
  const items = page.items
    .map(({ document }) => document)
    .filter(({ expiresAt, startedAt }) => expiresAt > now && startedAt >= endedAt)
    .map(({ account: _own, ended: _not, ...shown }): OwnSession => ({ ...shown, current: shown.id === current }));
  return { kind: 'sessions' as const, items };
}

/** Ends one of one's own sessions, as on a computer that one has left. */
export async function endSession(
  request: CommandRequest<{ readonly session: string }>,
  ledgerline: Ledgerline,
): Promise<CommandReply> {
  const { session: id } = request.body;
  const command = { ...commandOf(request), data: {} };
  const handled = await ledgerline.commands.handle<unknown, Session, AccountEvent>(streamName('session', id), command, {
    fold: sessionFold,
    decide: (_body, session, { actor }) =>
      session && session.account === actor.id && !session.ended
        ? [{ type: 'SessionEnded', data: {} }]
        : rejected('session-not-found'),
  });
  return replyOf(id, handled);
}
