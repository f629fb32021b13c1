import {
  problem,
  type Problem,
  type QueryRequest,
  type RemoveSecondFactor,
  type WithCode,
  type WithPassword,
  type WithReason,
} from '@ledgerline/contracts';
import {
  accountFold,
  confirmSecondFactor,
  offerSecondFactor,
  recoveryCodes,
  removeSecondFactor,
  takeCode,
  type Account,
  type AccountEvent,
  type SecondFactor,
} from '@ledgerline/domain';
import {
  accountIdOf,
  commandOf,
  randomId,
  replyOf,
  type CommandReply,
  type CommandRequest,
  type Ledgerline,
} from '@ledgerline/host';
import { streamName, type Decide } from '@ledgerline/kernel';
import { isPassword } from '../accounts/password.js';
import { takeCodeHere, takenFold } from './code-taken-here.js';
import { codeShown, keyOf, recoveryCodesOf } from './keys-of-factor.js';
import { base32Of, keyUri } from './totp.js';

/** `offered`: no code has shown yet that the key arrived. */
export interface ShownSecondFactor {
  readonly state: SecondFactor['state'];
  readonly recoveryCodesLeft: number;
}

/** How the asker's own second factor stands. */
export async function ownSecondFactor(
  { principal }: QueryRequest<unknown>,
  ledgerline: Ledgerline,
): Promise<(ShownSecondFactor & { readonly kind: 'second-factor' }) | Problem> {
  if (principal.kind !== 'person') return problem('not-allowed');
  const { secondFactor: factor } = (await accountOf(principal.id, ledgerline)) ?? {};
  const left = factor?.state === 'on' ? recoveryCodes - factor.usedCodes.length : 0;
  return { kind: 'second-factor', state: factor?.state ?? 'off', recoveryCodesLeft: left };
}

/** A new key (base32, RFC 4648), the same as an address for an app (`otpauth:`), and its recovery codes. */
export type OfferedKey = { readonly secret: string; readonly uri: string; readonly recoveryCodes: readonly string[] };

/** A new key and its recovery codes, told this once. Nothing is asked for with it until a code has shown that it arrived. */
export async function offerOwnSecondFactor(request: CommandRequest<WithPassword>, ledgerline: Ledgerline): Promise<CommandReply> {
  const account = await ownAccount(request, ledgerline);
  if ('code' in account) return account;
  const { id } = request.principal;
  const handled = await onOwn(request, offerSecondFactor, ledgerline);
  const offered = handled.kind === 'accepted' ? handled.state?.secondFactor : undefined;
  // A retry after it was confirmed is answered without the key.
  if (offered?.state !== 'offered') return replyOf(id, handled);
  const { enrolment } = offered;
  const key = keyOf(id, enrolment, ledgerline);
  const facts: OfferedKey = { secret: base32Of(key), uri: keyUri(key, String(account.username), 'Ledgerline'), recoveryCodes: recoveryCodesOf(id, enrolment, ledgerline) };
  return replyOf(id, handled, facts);
} // prettier-ignore

export async function confirmOwnSecondFactor(request: CommandRequest<WithCode>, ledgerline: Ledgerline): Promise<CommandReply> {
  const { principal, body } = request;
  if (principal.kind !== 'person') return problem('not-allowed');
  const account = await accountOf(principal.id, ledgerline);
  const shown = shownBy(body.code, principal.id, account, ledgerline);
  return replyOf(principal.id, await onOwn(request, confirmSecondFactor(shown), ledgerline));
}

export async function removeOwnSecondFactor(request: CommandRequest<RemoveSecondFactor>, ledgerline: Ledgerline): Promise<CommandReply> {
  const account = await ownAccount(request, ledgerline);
  if ('code' in account) return account;
  const shown = shownBy(request.body.code, request.principal.id, account, ledgerline);
  return replyOf(request.principal.id, await onOwn(request, removeSecondFactor({ shown }), ledgerline));
} // prettier-ignore

/** `POST /users/{id}/reset-second-factor`: for somebody who lost telephone and codes. */
export async function resetSecondFactor(request: CommandRequest<WithReason>, ledgerline: Ledgerline): Promise<CommandReply> {
  const { principal, body } = request;
  if (!principal.roles.includes('administrator')) return problem('not-allowed');
  const id = accountIdOf(request.id, ledgerline);
  // Their own asks for password and code, whatever they administer.
  if (principal.id === id) return problem('own-account');
  const decide = removeSecondFactor({ reason: body.reason });
  const rules = { fold: accountFold, decide };
  return replyOf(id, await ledgerline.commands.handle<unknown, Account, AccountEvent>(streamName('account', id), commandOf(request), rules));
} // prettier-ignore

/** At the sign-in, after the password: refuses without a code, and takes each code once. */
export async function secondFactorRefusal(id: string, account: NonNullable<Account>, typed: string | undefined, ledgerline: Ledgerline): Promise<Problem | undefined> {
  if (account.secondFactor?.state !== 'on') return undefined;
  if (typed === undefined) return problem('second-factor-required');
  const command = { id: randomId(), data: {}, actor: { kind: 'person', id } } as const;
  const shown = shownBy(typed, id, account, ledgerline);
  const home = await ledgerline.homes.homeOf(streamName('account', id));
  const handled = home === undefined
    ? await ledgerline.commands.handle<unknown, Account, AccountEvent>(streamName('account', id), command, { fold: accountFold, decide: takeCode(shown) })
    : await ledgerline.commands.handle(streamName('factor-use', id), command, { fold: takenFold, decide: takeCodeHere(shown, account) });
  return handled.kind === 'accepted' ? undefined : problem('wrong-code');
} // prettier-ignore

function shownBy(typed: string | undefined, account: string, state: Account, ledgerline: Ledgerline) {
  const enrolment = state?.secondFactor?.enrolment;
  return typed === undefined || enrolment === undefined ? undefined : codeShown(typed, { account, enrolment }, ledgerline);
}

/** Whoever knows the password, and not only has a session that somebody left open. */
async function ownAccount({ principal, body }: CommandRequest<WithPassword>, ledgerline: Ledgerline): Promise<NonNullable<Account> | Problem> {
  if (principal.kind !== 'person') return problem('not-allowed');
  const account = await accountOf(principal.id, ledgerline);
  const hash = typeof account?.passwordHash === 'string' ? account.passwordHash : undefined;
  return account !== undefined && (await isPassword(body.password, hash)) ? account : problem('wrong-username-or-password');
} // prettier-ignore

async function accountOf(id: string, { commands }: Ledgerline): Promise<Account> {
  return (await commands.current(streamName('account', id), accountFold)).state;
}

/** What is typed never reaches the log: a retry is known by its id. */
function onOwn(request: CommandRequest, decide: Decide<unknown, Account, AccountEvent>, { commands }: Ledgerline) {
  const stream = streamName('account', request.principal.id);
  return commands.handle<unknown, Account, AccountEvent>(stream, commandOf(request), { fold: accountFold, decide });
}
