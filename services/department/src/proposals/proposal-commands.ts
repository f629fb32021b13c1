import type {
  CarryOutProposal, ChangeProposal, ExcuseCaller, JoinProposal, RefuseProposal, RemoveFromProposal, ReopenProposal, TakeUpProposal, TellCallers,
} from '@ledgerline/contracts'; // prettier-ignore
import { mayCommand, powerOf, proposalFold, unseenProposal, type MaybeProposal, type ProposalEvent } from '@ledgerline/domain';
import { commandOf, commandsOn, streamCommand, type AnswerCommand, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';
import { aboutTickets } from '../about-tickets.js';
import { changeProposal } from './change-proposal/change-proposal.decision.js';
import { carryOutProposal, refuseProposal } from './end-proposal/end-proposal.decision.js';
import { joinProposal, removeFromProposal } from './join-proposal/join-proposal.decision.js';
import { ownerNamed, refusalOfDepartment } from '../named-in-body.js';
import { raiseProposalHere } from './raise-proposal/raise-proposal.handler.js';
import { remindOfProposal, type RemindOfProposal } from './remind-of-proposal/remind-of-proposal.decision.js';
import { reopenProposal } from './reopen-proposal/reopen-proposal.decision.js';
import { takeUpProposal } from './take-up-proposal/take-up-proposal.decision.js';
import { excuseCaller, tellCallers } from './tell-callers/tell-callers.decision.js';

const onProposal = commandsOn<MaybeProposal, ProposalEvent>({
  category: 'proposal',
  fold: proposalFold,
  may: mayCommand,
  unseen: unseenProposal,
});

/** R11: what becomes of a suggestion, from the digest to the callers who made it. */
export const proposalCommands: Readonly<Record<string, AnswerCommand>> = {
  'raise-proposal': raiseProposalHere,
  'join-proposal': onProposal<JoinProposal>('join-proposal', aboutTickets(joinProposal)),
  'remove-from-proposal': onProposal<RemoveFromProposal>('remove-from-proposal', aboutTickets(removeFromProposal)),
  'take-up-proposal': onProposal<TakeUpProposal>('take-up-proposal', {
    prepare: async (request, ledgerline) => {
      const { owner } = request.body;
      if (owner === undefined) return takeUpProposal(powerOf(commandOf(request)));
      return takeUpProposal(await ownerNamed(owner, await departmentOf(request, ledgerline), ledgerline));
    },
  }),
  'change-proposal': onProposal<ChangeProposal>('change-proposal', {
    prepare: async (request, ledgerline) => {
      const { department, owner } = request.body;
      const refusal = department === undefined ? undefined : await refusalOfDepartment(department, ledgerline);
      if (refusal !== undefined || owner === undefined) return changeProposal(refusal);
      return changeProposal(await ownerNamed(owner, department ?? (await departmentOf(request, ledgerline)), ledgerline));
    },
  }),
  'refuse-proposal': onProposal<RefuseProposal>('refuse-proposal', refuseProposal),
  'carry-out-proposal': onProposal<CarryOutProposal>('carry-out-proposal', carryOutProposal),
  'reopen-proposal': onProposal<ReopenProposal>('reopen-proposal', reopenProposal),
  'tell-callers': onProposal<TellCallers>('tell-callers', aboutTickets(tellCallers)),
  'excuse-caller': onProposal<ExcuseCaller>('excuse-caller', aboutTickets(excuseCaller)),
  'remind-of-proposal': streamCommand<RemindOfProposal, MaybeProposal, ProposalEvent>({
    category: 'proposal',
    fold: proposalFold,
    may: (roles) => roles.includes('system'),
    decide: remindOfProposal,
  }),
};

async function departmentOf({ id }: Pick<CommandRequest, 'id'>, { commands }: Ledgerline): Promise<string> {
  return (await commands.current(streamName('proposal', id), proposalFold)).state?.department ?? '';
}
