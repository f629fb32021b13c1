import { inUtc, type ChangeProposal } from '@ledgerline/contracts';
import { answersFor, coordinates, isUnderWay, type MaybeProposal, type ProposalEvent } from '@ledgerline/domain';
import { rejected, type Decide, type Rejection } from '@ledgerline/kernel';

/**
 * Another date or owner is for the department to say; another department, and a date for it, for the coordinators too.
 *
 * @param owner account of the new owner, where one is named, or why it cannot be who or where is named
 */
export function changeProposal(owner: string | Rejection | undefined): Decide<ChangeProposal, MaybeProposal, ProposalEvent> {
  return ({ department, dueBy, reason }, proposal, circumstances) => {
    if (proposal === undefined) return rejected('proposal-not-found');
    if (!answersFor(circumstances, proposal.department) && !coordinates(circumstances)) return rejected('not-your-department');
    if (!isUnderWay(proposal)) return rejected('proposal-has-an-outcome', { status: proposal.status });
    if (typeof owner === 'object') return owner;
    const due = dueBy === undefined ? undefined : inUtc(dueBy);
    if (due !== undefined && due <= circumstances.at) return rejected('due-date-has-passed', { dueBy: due });
    const change = {
      ...(department === undefined || department === proposal.department ? {} : { department }),
      ...(owner === undefined || owner === proposal.owner ? {} : { owner }),
      ...(due === undefined || due === proposal.dueBy ? {} : { dueBy: due }),
    };
    if (Object.keys(change).length === 0) return rejected('nothing-to-change');
    return [{ type: 'ProposalChanged', data: { person: proposal.person, ...change, reason } }];
  };
}
