import { problem, type ChangeOwnPassword, type ChangeUser, type ResetPassword, type WithReason } from '@ledgerline/contracts';
import { accountFold, unknownDepartments, type Account, type AccountEvent } from '@ledgerline/domain';
import { accountIdOf, commandOf, replyOf, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { streamName, type Decide } from '@ledgerline/kernel';
import { seesWholeLog } from '../read-model-freshness.js';
import { accountsCollection } from './account-list.projection.js';
import {
  changeAccount,
  deactivateAccount,
  reactivateAccount,
  setPassword,
  type AccountCircumstances,
} from './change-account.decision.js';
import { hashPassword, isPassword } from './password.js';

/** `POST /users/{id or username}/change` */
export async function changeUser(request: CommandRequest<ChangeUser>, ledgerline: Ledgerline): Promise<CommandReply> {
  const unknown = await unknownDepartments(request.body.departments ?? [], ledgerline);
  return asAdministrator(request, ledgerline, (circumstances) =>
    changeAccount({ ...circumstances, unknownDepartments: unknown }),
  );
}

export function deactivateUser(request: CommandRequest<WithReason>, ledgerline: Ledgerline): Promise<CommandReply> {
  return asAdministrator(request, ledgerline, deactivateAccount);
}

export function reactivateUser(request: CommandRequest<WithReason>, ledgerline: Ledgerline): Promise<CommandReply> {
  return asAdministrator(request, ledgerline, () => reactivateAccount);
}

/** The body's password never reaches the log: a retry is known by its id and by the keyed digest of what was asked. */
export async function resetPassword(request: CommandRequest<ResetPassword>, ledgerline: Ledgerline): Promise<CommandReply> {
  const decide = setPassword(await hashPassword(request.body.password));
  return asAdministrator(request, ledgerline, () => decide);
}

/** `POST /session/password`: their own, by whoever knows the present one. */
export async function changeOwnPassword(
  request: CommandRequest<ChangeOwnPassword>,
  ledgerline: Ledgerline,
): Promise<CommandReply> {
  const { principal, body } = request;
  if (principal.kind !== 'person') return problem('not-allowed');
  const { state: account } = await ledgerline.commands.current(streamName('account', principal.id), accountFold);
  const hash = typeof account?.passwordHash === 'string' ? account.passwordHash : undefined;
  if (!(await isPassword(body.current, hash))) return problem('wrong-username-or-password');
  return onAccount({ ...request, id: principal.id }, ledgerline, setPassword(await hashPassword(body.password)));
}

async function asAdministrator<Body>(
  asked: CommandRequest<Body>,
  ledgerline: Ledgerline,
  decision: (circumstances: AccountCircumstances) => Decide<Body, Account, AccountEvent>,
): Promise<CommandReply> {
  const { principal } = asked;
  if (!principal.roles.includes('administrator')) return problem('not-allowed');
  const request = { ...asked, id: accountIdOf(asked.id, ledgerline) };
  if (!(await seesWholeLog(accountsCollection, ledgerline))) return problem('read-model-behind');
  const isLastAdministrator = await isLast(request.id, ledgerline);
  return onAccount(request, ledgerline, decision({ isOwn: principal.id === request.id, isLastAdministrator }));
}

async function isLast(id: string, ledgerline: Ledgerline): Promise<boolean> {
  const accounts = await ledgerline.live(accountsCollection);
  const { items } = await accounts.find({ where: { administrator: true }, limit: 2 });
  return items.length === 1 && items[0]?.id === id;
}

async function onAccount<Body>(
  request: CommandRequest<Body>,
  ledgerline: Ledgerline,
  decide: Decide<Body, Account, AccountEvent>,
): Promise<CommandReply> {
  const handled = await ledgerline.commands.handle(streamName('account', request.id), commandOf(request), {
    fold: accountFold,
    decide,
  });
  return replyOf(request.id, handled);
}
