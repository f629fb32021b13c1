import { problem, type Principal, type Problem, type SignIn } from '@ledgerline/contracts';
import {
  accountFold,
  callerRole,
  isNarrowed,
  rightsOfAccount,
  sessionFold,
  tokenFold,
  unknownDepartments,
  type Account,
  type AccountEvent,
  type Session,
  type Token,
} from '@ledgerline/domain';
import {
  accountIdOf,
  commandOf,
  idOfDigest,
  replyOf,
  ticketOfPortalToken,
  type CommandReply,
  type CommandRequest,
  type Ledgerline,
} from '@ledgerline/host';
import { instantText, rejected, streamName } from '@ledgerline/kernel';
import { recordRefusedSignIn } from '../audit/sign-in-refused.js';
import { secondFactorRefusal } from '../second-factor/second-factor.handler.js';
import { isPassword } from '../accounts/password.js';
import { principalOfSession } from '../substitutes/acting.handler.js';
import { tokenInForce } from '../tokens/token-in-force.js';
import { startSession, type SignedIn } from './start-session.js';
import { tokenId } from './token-id.js';

/** `POST /session`. Says the same, after the same time, whether the name or the password was wrong. */
export async function signIn({ body }: { readonly body: SignIn }, ledgerline: Ledgerline): Promise<SignedIn | Problem> {
  const id = accountIdOf(body.username, ledgerline);
  const { state: account } = await ledgerline.commands.current(streamName('account', id), accountFold);
  const hash = typeof account?.passwordHash === 'string' ? account.passwordHash : undefined;
  if (!(await isPassword(body.password, hash)) || !account || account.deactivated) {
    await recordRefusedSignIn(id, account?.deactivated ? 'deactivated' : 'password', ledgerline);
    return problem('wrong-username-or-password');
  }
  const refusal = await secondFactorRefusal(id, account, body.code, ledgerline);
  if (refusal?.code === 'wrong-code') await recordRefusedSignIn(id, 'code', ledgerline);
  if (refusal) return refusal;
  return startSession(id, account, ledgerline);
}

export async function signOut(request: CommandRequest<{ token: string }>, ledgerline: Ledgerline): Promise<CommandReply> {
  const id = tokenId(request.body.token, ledgerline);
  const command = { ...commandOf(request), data: {} };
  const handled = await ledgerline.commands.handle<unknown, Session, AccountEvent>(streamName('session', id), command, {
    fold: sessionFold,
    decide: (_body, session) => (session && !session.ended ? [{ type: 'SessionEnded', data: {} }] : rejected('not-signed-in')),
  });
  return replyOf(id, handled);
}

/** Who a bearer token stands for now; undefined for one that is none, ended or expired. */
export async function authenticate({ token }: { readonly token: string }, ledgerline: Ledgerline): Promise<Principal | null> {
  const now = ledgerline.clock.now();
  if (token.startsWith('llp_')) return callerOf(ticketOfPortalToken(token, now, ledgerline));
  const id = tokenId(token, ledgerline);
  if (token.startsWith('llt_')) {
    const issued = await tokenInForce(id, ledgerline);
    return issued ? { kind: 'token', id, roles: issued.roles, departments: issued.departments, scopes: issued.scopes } : null;
  }
  const { state: session } = await ledgerline.commands.current<Session>(streamName('session', id), sessionFold);
  if (!session || session.ended || isPast(session.expiresAt, now)) return null;
  const { state: account } = await ledgerline.commands.current(streamName('account', session.account), accountFold);
  return account && isStillGood(session, account) ? principalOfSession(session, account, ledgerline) : null;
}

/** Who followed number and secret is known by the ticket and by nothing else. */
function callerOf(ticket: string | undefined): Principal | null {
  return ticket === undefined ? null : { kind: 'caller', id: ticket, roles: [callerRole], departments: [] };
}

export async function issueToken(
  request: CommandRequest<{ name: string; roles: string[]; departments?: string[]; scopes?: string[]; expiresAt?: string }>,
  ledgerline: Ledgerline,
): Promise<CommandReply> {
  if (!request.principal.roles.includes('administrator')) return { kind: 'problem', code: 'not-allowed' };
  // What is narrowed makes nothing wider than itself.
  if (isNarrowed(request.principal.scopes ?? [])) return { kind: 'problem', code: 'not-allowed' };
  const token = `llt_${idOfDigest(ledgerline.digest('ids', `api token of ${request.command}`))}${idOfDigest(ledgerline.digest('ticket-secret', `api token of ${request.command}`))}`;
  const id = tokenId(token, ledgerline);
  const { name, roles, departments = [], scopes = [], expiresAt } = request.body;
  const data = {
    name,
    roles,
    departments,
    scopes,
    ...(expiresAt === undefined ? {} : { expiresAt: instantText(Temporal.Instant.from(expiresAt).epochMilliseconds) }),
  };
  const [department] = await unknownDepartments(departments, ledgerline);
  const handled = await ledgerline.commands.handle<unknown, Token, AccountEvent>(streamName('token', id), commandOf(request), {
    fold: tokenFold,
    decide: (_body, existing) => {
      if (existing) return rejected('token-exists');
      if (department !== undefined) return rejected('unknown-department', { department });
      if (isPast(expiresAt, ledgerline.clock.now())) return rejected('expires-in-the-past', { expiresAt });
      return [{ type: 'TokenIssued', data }];
    },
  });
  return replyOf(id, handled, { token });
}

/** Deactivating an account and setting its password end the sessions that it had. */
function isStillGood({ startedAt }: NonNullable<Session>, { deactivated, sessionsEndedAt }: NonNullable<Account>): boolean {
  return deactivated !== true && (sessionsEndedAt === undefined || startedAt >= sessionsEndedAt);
}

export function principalOf(id: string, account: NonNullable<Account>): Principal {
  return { kind: 'person', id, ...rightsOfAccount(account) };
}

function isPast(time: string | undefined, now: number): boolean {
  return time !== undefined && Temporal.Instant.from(time).epochMilliseconds <= now;
}
