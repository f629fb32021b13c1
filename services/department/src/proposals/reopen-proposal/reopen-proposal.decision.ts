import type { ReopenProposal } from '@ledgerline/contracts';
import { answersFor, coordinates, isUnderWay, type MaybeProposal, type ProposalEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** What was told stays told; the next outcome is told anew. */
export const reopenProposal: Decide<ReopenProposal, MaybeProposal, ProposalEvent> = ({ reason }, proposal, circumstances) => {
  if (proposal === undefined) return rejected('proposal-not-found');
  if (!coordinates(circumstances) && !answersFor(circumstances, proposal.department)) return rejected('not-your-department');
  if (isUnderWay(proposal)) return rejected('proposal-has-no-outcome', { status: proposal.status });
  return [{ type: 'ProposalReopened', data: { person: proposal.person, reason } }];
};
