import type { QueryRequest } from '@ledgerline/contracts';
import { remindersGiven } from '@ledgerline/domain';
import { dueRecords, type DueQuery, type Ledgerline } from '@ledgerline/host';
import { proposalsCollection, type ListedProposal } from '../proposal-list/proposal-list.projection.js';

/** Somebody has to be told that its date has passed: for the how-manieth time. */
interface DueProposal {
  readonly department: string;
  readonly owner?: string;
  readonly dueBy: string;
  readonly repeat: number;
}

/** For the loop that reminds alone. */
export function dueProposals(request: QueryRequest<DueQuery>, ledgerline: Ledgerline) {
  const stepOf = (proposal: ListedProposal): DueProposal | undefined => {
    const { department, owner, dueBy } = proposal;
    if (dueBy === undefined) return undefined;
    return { department, dueBy, repeat: remindersGiven(proposal), ...(owner === undefined ? {} : { owner }) };
  };
  return dueRecords(proposalsCollection, request, { by: 'remindsAt', where: { kind: 'proposal' }, stepOf }, ledgerline);
}
