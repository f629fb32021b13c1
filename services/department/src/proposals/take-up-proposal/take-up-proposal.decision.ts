import { inUtc, type TakeUpProposal } from '@ledgerline/contracts';
import { answersFor, isUnderWay, type MaybeProposal, type ProposalEvent } from '@ledgerline/domain';
import { rejected, type Decide, type Rejection } from '@ledgerline/kernel';

/** The department says who does it, and by when. @param owner account of the person, or why it cannot be whoever is named */
export function takeUpProposal(owner: string | Rejection): Decide<TakeUpProposal, MaybeProposal, ProposalEvent> {
  return ({ dueBy }, proposal, circumstances) => {
    if (proposal === undefined) return rejected('proposal-not-found');
    if (!answersFor(circumstances, proposal.department)) return rejected('not-your-department');
    if (!isUnderWay(proposal)) return rejected('proposal-has-an-outcome', { status: proposal.status });
    if (proposal.status === 'taken-up') return rejected('proposal-is-taken-up');
    if (typeof owner !== 'string') return owner;
    const due = inUtc(dueBy);
    if (due <= circumstances.at) return rejected('due-date-has-passed', { dueBy: due });
    return [{ type: 'ProposalTakenUp', data: { owner, dueBy: due } }];
  };
}
