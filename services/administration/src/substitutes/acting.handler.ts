import { problem, type Principal } from '@ledgerline/contracts';
import {
  rightsOfAccount,
  rightsPassedOn,
  sessionFold,
  standsInFor,
  type Account,
  type AccountEvent,
  type Session,
} from '@ledgerline/domain';
import { accountIdOf, commandOf, replyOf, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { instantText, rejected, streamName } from '@ledgerline/kernel';
import { tokenId } from '../sessions/token-id.js';
import { accountOf } from './substitutes.handler.js';

interface OfSession {
  readonly token: string;
}

/** `POST /session/acting`: from now on this session acts with the rights of the absent person, and all that it does says so. */
export async function beginActing(
  request: CommandRequest<OfSession & { readonly onBehalfOf: string }>,
  ledgerline: Ledgerline,
): Promise<CommandReply> {
  const { principal, body } = request;
  if (principal.kind !== 'person') return problem('not-allowed');
  const onBehalfOf = accountIdOf(body.onBehalfOf, ledgerline);
  const absent = await accountOf(onBehalfOf, ledgerline);
  return onSession(request, ledgerline, (session) => {
    const now = instantText(ledgerline.clock.now());
    if (!standsInFor(absent, principal.id, now)) return rejected('not-their-substitute');
    if (session.onBehalfOf === onBehalfOf) return rejected('already-acting');
    return [{ type: 'ActingBegun', data: { onBehalfOf } }];
  });
}

/** `DELETE /session/acting`: as oneself again. */
export async function endActing(request: CommandRequest<OfSession>, ledgerline: Ledgerline): Promise<CommandReply> {
  if (request.principal.kind !== 'person') return problem('not-allowed');
  return onSession(request, ledgerline, (session) =>
    session.onBehalfOf === undefined ? rejected('not-acting') : [{ type: 'ActingEnded', data: {} }],
  );
}

async function onSession(
  request: CommandRequest<OfSession>,
  ledgerline: Ledgerline,
  decide: (session: NonNullable<Session>) => readonly AccountEvent[] | ReturnType<typeof rejected>,
): Promise<CommandReply> {
  const id = tokenId(request.body.token, ledgerline);
  const { token: _token, ...data } = request.body;
  const handled = await ledgerline.commands.handle<unknown, Session, AccountEvent>(
    streamName('session', id),
    { ...commandOf(request), data },
    {
      fold: sessionFold,
      decide: (_body, session) => (session && !session.ended ? decide(session) : rejected('not-signed-in')),
    },
  );
  return replyOf(id, handled);
}

/**
 * Who a session stands for: its owner, and while it acts for somebody whose substitute they are, its owner with the rights of that person. Once
 * the substitution is over it is its owner alone again, whatever the session says.
 */
export async function principalOfSession(
  { account: id, onBehalfOf, way }: NonNullable<Session>,
  account: NonNullable<Account>,
  ledgerline: Pick<Ledgerline, 'commands' | 'clock'>,
): Promise<Principal> {
  const themselves: Principal = { kind: 'person', id, ...rightsOfAccount(account), ...(way === undefined ? {} : { way }) };
  if (onBehalfOf === undefined) return themselves;
  return (await inPowerOf(onBehalfOf, themselves, ledgerline)) ?? themselves;
}

/** @returns undefined where they do not stand in for that person now */
export async function inPowerOf(
  absent: string,
  { roles, departments, ...themselves }: Principal,
  ledgerline: Pick<Ledgerline, 'commands' | 'clock'>,
): Promise<Principal | undefined> {
  const account = await accountOf(absent, ledgerline);
  if (account === undefined || !standsInFor(account, themselves.id, instantText(ledgerline.clock.now()))) return undefined;
  return { ...themselves, ...rightsPassedOn(account), onBehalfOf: absent, own: { roles, departments } };
}
