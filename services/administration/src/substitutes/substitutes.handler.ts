import { inUtc, problem, type EndSubstitution, type NameSubstitute } from '@ledgerline/contracts';
import {
  accountFold,
  departmentFold,
  rightsOfAccount,
  substitutionId,
  substitutionOfId,
  type Account,
  type Rights,
} from '@ledgerline/domain';
import { accountIdOf, commandOf, replyOf, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { rejected, streamName } from '@ledgerline/kernel';
import { endSubstitution, mayArrange, mayEnd, nameSubstitute } from './name-substitute.decision.js';

/** `POST /substitutions`: for oneself, or by an administrator or manager for somebody who cannot. */
export async function nameSubstituteFor(request: CommandRequest<NameSubstitute>, ledgerline: Ledgerline): Promise<CommandReply> {
  const { principal, body } = request;
  if (!mayBeAsked(principal)) return problem('not-allowed');
  const absent = body.absent === undefined ? principal.id : accountIdOf(body.absent, ledgerline);
  const id = accountIdOf(body.substitute, ledgerline);
  const [account, substitute] = await Promise.all([absent, id].map((one) => accountOf(one, ledgerline)));
  const isOutsider = await standsOutside(substitute, account, ledgerline);
  const from = body.from === undefined ? {} : { from: inUtc(body.from) };
  const data = { substitute: id, ...from, until: inUtc(body.until), reason: body.reason };
  const substitution = request.command;
  const handled = await ledgerline.commands.handle(
    streamName('account', absent),
    { ...commandOf(request), data },
    {
      fold: accountFold,
      decide: nameSubstitute({ substitution, by: principal, absent, substitute, isOutsider }),
      hides: (state: Account) => (mayArrange(principal, absent, state) ? undefined : rejected('not-allowed')),
    },
  );
  return replyOf(substitutionId(absent, substitution), handled);
}

/** `POST /substitutions/{id}/end` */
export async function endSubstitutionNow(
  request: CommandRequest<EndSubstitution>,
  ledgerline: Ledgerline,
): Promise<CommandReply> {
  const { principal, body, id } = request;
  const named = substitutionOfId(id);
  if (!mayBeAsked(principal)) return problem('not-allowed');
  if (named === undefined) return problem('substitution-not-found');
  const { account, substitution } = named;
  const handled = await ledgerline.commands.handle(
    streamName('account', account),
    { ...commandOf(request), data: { ...body, substitution } },
    {
      fold: accountFold,
      decide: endSubstitution(principal, account),
      hides: (state: Account) =>
        mayEnd(principal, { absent: account, substitution }, state) ? undefined : rejected('substitution-not-found'),
    },
  );
  return replyOf(id, handled);
}

/** Who stands in for another arranges nothing in that one's name; callers have no account. */
function mayBeAsked({ kind, onBehalfOf }: CommandRequest['principal']): boolean {
  return (kind === 'person' || kind === 'token') && onBehalfOf === undefined;
}

export async function accountOf(id: string, { commands }: Pick<Ledgerline, 'commands'>): Promise<Account> {
  return (await commands.current(streamName('account', id), accountFold)).state;
}

/** External units have limited access: their people stand in for nobody inside. */
async function standsOutside(substitute: Account, absent: Account, ledgerline: Ledgerline): Promise<boolean> {
  if (substitute === undefined || absent === undefined) return false;
  if (!(await isOfExternalUnits(rightsOfAccount(substitute), ledgerline))) return false;
  return rightsOfAccount(absent).departments.some((one) => !substitute.departments.includes(one));
}

async function isOfExternalUnits({ departments }: Rights, { commands }: Ledgerline): Promise<boolean> {
  const states = await Promise.all(departments.map((code) => commands.current(streamName('department', code), departmentFold)));
  return states.length > 0 && states.every(({ state }) => state?.external === true);
}
