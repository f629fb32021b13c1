import { problem, type BeginProbation } from '@ledgerline/contracts';
import { accountFold, departmentFold, isAtWork, mayCommand, probationFold } from '@ledgerline/domain';
import {
  accountIdOf,
  commandOf,
  idOfDigest,
  replyOf,
  type CommandReply,
  type CommandRequest,
  type Ledgerline,
} from '@ledgerline/host';
import { isErased, rejected, streamName, type Rejection } from '@ledgerline/kernel';
import { calendarInForce } from '../../working-time/calendar-in-force.js';
import { ruleInForce } from '../rule-in-force.js';
import { beginProbation, whyNotAgain, type Beginning } from './begin-probation.decision.js';

/**
 * `POST /probations`. The stream's id derives from the identity number under a secret of the Vault: a second probation of the same person meets the first, also after
 * years, and the number itself is kept nowhere.
 */
export async function beginProbationHere(request: CommandRequest<BeginProbation>, ledgerline: Ledgerline): Promise<CommandReply> {
  if (!mayCommand(request.principal.roles, 'begin-probation')) return problem('not-allowed');
  const { identityNumber, ...body } = request.body;
  const id = idOfDigest(ledgerline.digest('ids', `probation ${identityNumber.toUpperCase()}`));
  const stream = streamName('probation', id);
  const command = { ...commandOf(request), data: body as BeginProbation };
  const { state } = await ledgerline.commands.current(stream, probationFold);
  // A repeat finds its first answer, whatever has become of what it names.
  const beginning = whyNotAgain(state) ?? (await beginningOf(body as BeginProbation, request, ledgerline));
  const decide = 'rejection' in beginning ? () => beginning : beginProbation(beginning);
  return replyOf(id, await ledgerline.commands.handle(stream, command, { fold: probationFold, decide }));
}

async function beginningOf(
  { department, account, roster, rule: code = 'default' }: BeginProbation,
  { principal }: CommandRequest<BeginProbation>,
  ledgerline: Ledgerline,
): Promise<Beginning | Rejection> {
  const { commands, vault } = ledgerline;
  const found = await ruleInForce(code, ledgerline);
  if (found === undefined) return rejected('no-probation-rule-in-force', { rule: code });
  if (!isAtWork((await commands.current(streamName('department', department), departmentFold)).state))
    return rejected('unknown-department', { department });
  if ((await calendarInForce(roster ?? found.rule.roster, ledgerline)) === undefined)
    return rejected('unknown-calendar', { calendar: roster ?? found.rule.roster });
  if (account === undefined) return { ...found, person: await vault.newPerson() };
  const id = accountIdOf(account, ledgerline);
  const { state } = await commands.current(streamName('account', id), accountFold);
  if (state === undefined || isErased(state.username)) return rejected('account-not-found', { account });
  if (id === principal.id || id === principal.onBehalfOf) return rejected('own-probation');
  return { ...found, person: await vault.newPerson(), account: id };
}
