import { problem, type RaiseProposal } from '@ledgerline/contracts';
import { mayCommand, proposalFold } from '@ledgerline/domain';
import { commandOf, replyOf, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { streamName, type Rejection } from '@ledgerline/kernel';
import { ticketsNamed } from '../../about-tickets.js';
import { factsOf, ownerNamed, refusalOfDepartment, refusalOfItem } from '../../named-in-body.js';
import { raiseProposal, type Raising } from './raise-proposal.decision.js';

/** `POST /proposals`: a stream of its own, with a key of its own. */
export async function raiseProposalHere(request: CommandRequest<RaiseProposal>, ledgerline: Ledgerline): Promise<CommandReply> {
  if (!mayCommand(request.principal.roles, 'raise-proposal')) return problem('not-allowed');
  const stream = streamName('proposal', request.id);
  const { state } = await ledgerline.commands.current(stream, proposalFold);
  // A repeat finds its first answer, whatever has become of what it names.
  const raising = state === undefined ? await raisingOf(request, ledgerline) : { person: state.person, tickets: [] };
  if ('rejection' in raising) return problem(raising.rejection, factsOf(raising));
  const rules = { fold: proposalFold, decide: raiseProposal(raising) };
  return replyOf(request.id, await ledgerline.commands.handle(stream, commandOf(request), rules));
}

async function raisingOf(
  { body, principal }: CommandRequest<RaiseProposal>,
  ledgerline: Ledgerline,
): Promise<Raising | Rejection> {
  const { department, item, owner, tickets = [] } = body;
  const refusal =
    (await refusalOfDepartment(department, ledgerline)) ??
    (item === undefined ? undefined : await refusalOfItem(item, ledgerline));
  if (refusal !== undefined) return refusal;
  const owning = owner === undefined ? undefined : await ownerNamed(owner, department, ledgerline);
  if (typeof owning === 'object') return owning;
  const named = await ticketsNamed(tickets, principal, ledgerline);
  if ('rejection' in named) return named;
  const person = await ledgerline.vault.newPerson();
  return { person, tickets: named, ...(owning === undefined ? {} : { owner: owning }) };
}
