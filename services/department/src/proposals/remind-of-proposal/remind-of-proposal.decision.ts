import { remindersGiven, remindsAt, type MaybeProposal, type ProposalEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** Of a date that has passed, and to whom it was told. */
export interface RemindOfProposal {
  readonly dueBy: string;
  readonly repeat: number;
  readonly told: readonly string[];
}

/** Decided again on the proposal as it stands: another date, or an outcome meanwhile, and nobody is told. */
export const remindOfProposal: Decide<RemindOfProposal, MaybeProposal, ProposalEvent> = (
  { dueBy, repeat, told },
  proposal,
  { at },
) => {
  if (proposal === undefined) return rejected('proposal-not-found');
  const due = remindsAt(proposal);
  if (due === undefined || proposal.dueBy !== dueBy || remindersGiven(proposal) !== repeat || due > at)
    return rejected('step-no-longer-due');
  return [{ type: 'ProposalOverdue', data: { dueBy, repeat, told } }];
};
