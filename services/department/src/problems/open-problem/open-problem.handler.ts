import { problem, type OpenProblem } from '@ledgerline/contracts';
import { mayCommand, problemRecordFold } from '@ledgerline/domain';
import { commandOf, replyOf, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';
import { ticketsNamed } from '../../about-tickets.js';
import { factsOf, refusalOfDepartment, refusalOfItem } from '../../named-in-body.js';
import { openProblem } from './open-problem.decision.js';

/** `POST /problems`: a stream of its own, with a key of its own. */
export async function openProblemHere(request: CommandRequest<OpenProblem>, ledgerline: Ledgerline): Promise<CommandReply> {
  const { id, principal, body } = request;
  if (!mayCommand(principal.roles, 'open-problem')) return problem('not-allowed');
  const stream = streamName('problem', id);
  const { state } = await ledgerline.commands.current(stream, problemRecordFold);
  // A repeat finds its first answer, whatever has become of what it names.
  if (state !== undefined) return handled(request, openProblem(state.person, []), ledgerline);
  const refusal = (await refusalOfDepartment(body.department, ledgerline)) ?? (await refusalOfItem(body.item, ledgerline));
  if (refusal !== undefined) return problem(refusal.rejection, factsOf(refusal));
  const named = await ticketsNamed(body.tickets ?? [], principal, ledgerline);
  if ('rejection' in named) return problem(named.rejection, factsOf(named));
  return handled(request, openProblem(await ledgerline.vault.newPerson(), named), ledgerline);
}

async function handled(
  request: CommandRequest<OpenProblem>,
  decide: ReturnType<typeof openProblem>,
  { commands }: Ledgerline,
): Promise<CommandReply> {
  const rules = { fold: problemRecordFold, decide };
  return replyOf(request.id, await commands.handle(streamName('problem', request.id), commandOf(request), rules));
}
