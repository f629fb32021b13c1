import type { Principal } from '@ledgerline/contracts';
import {
  rightsOfAccount,
  sessionFold,
  type Account,
  type AccountEvent,
  type Session,
  type UndertakingState,
} from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText, streamName, type Personal } from '@ledgerline/kernel';
import { randomBytes } from 'node:crypto';
import { undertakingOf } from '../undertakings/undertakings.query.js';
import { tokenId } from './token-id.js';

/** A session lasts a shift and a half. */
const sessionHours = 12;

export type SignedIn = {
  readonly kind: 'signed-in';
  readonly token: string;
  readonly expiresAt: string;
  readonly user: Principal & {
    readonly username: Personal<string>;
    readonly name: Personal<string>;
    readonly undertaking: UndertakingState;
  };
};

/** Begins a session of whoever has shown who they are. @param way where it was not by password */
export async function startSession(
  id: string,
  account: NonNullable<Account>,
  ledgerline: Ledgerline,
  way?: 'oidc',
): Promise<SignedIn> {
  const token = `lls_${randomBytes(32).toString('base64url')}`;
  const expiresAt = instantText(ledgerline.clock.now() + sessionHours * 3_600_000);
  const data = { account: id, expiresAt, ...(way === undefined ? {} : { way }) };
  const handled = await ledgerline.commands.handle<unknown, Session, AccountEvent>(
    streamName('session', tokenId(token, ledgerline)),
    { id: 'start', data: {}, actor: { kind: 'person', id } },
    { fold: sessionFold, decide: () => [{ type: 'SessionStarted', data }] },
  );
  if (handled.kind !== 'accepted') throw new Error(`a new session was ${handled.kind}`);
  const user: SignedIn['user'] = {
    kind: 'person',
    id,
    ...rightsOfAccount(account),
    username: account.username,
    name: account.name,
    undertaking: await undertakingOf(id, ledgerline),
  };
  return { kind: 'signed-in', token, expiresAt, user };
}
