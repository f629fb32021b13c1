import type { CarryOutProposal, RefuseProposal } from '@ledgerline/contracts';
import { answersFor, isUnderWay, worksOn, type MaybeProposal, type ProposalEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** Not done, for a reason that stands on record; its callers are told as well. */
export const refuseProposal: Decide<RefuseProposal, MaybeProposal, ProposalEvent> = ({ reason }, proposal, circumstances) => {
  if (proposal === undefined) return rejected('proposal-not-found');
  if (!answersFor(circumstances, proposal.department)) return rejected('not-your-department');
  if (!isUnderWay(proposal)) return rejected('proposal-has-an-outcome', { status: proposal.status });
  return [{ type: 'ProposalRefused', data: { person: proposal.person, reason } }];
};

/** Done, by whoever took it up or their manager. */
export const carryOutProposal: Decide<CarryOutProposal, MaybeProposal, ProposalEvent> = ({ text }, proposal, circumstances) => {
  if (proposal === undefined) return rejected('proposal-not-found');
  if (!worksOn(proposal, circumstances)) return rejected('not-its-owner');
  if (!isUnderWay(proposal)) return rejected('proposal-has-an-outcome', { status: proposal.status });
  if (proposal.status !== 'taken-up') return rejected('proposal-not-taken-up');
  return [{ type: 'ProposalCarriedOut', data: { person: proposal.person, text } }];
};
