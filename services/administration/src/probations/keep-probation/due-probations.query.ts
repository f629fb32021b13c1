import type { QueryRequest } from '@ledgerline/contracts';
import { nextStep, type ProbationStep } from '@ledgerline/domain';
import { dueRecords, type DueQuery, type Ledgerline } from '@ledgerline/host';
import { probationsCollection, type ListedProbation } from '../probation-list/probation-list.projection.js';

/** Something about it is due: what, and of which department it is. */
type DueProbation = ProbationStep & { readonly department: string };

/** For the loop that keeps them alone. */
export function dueProbations(request: QueryRequest<DueQuery>, ledgerline: Ledgerline) {
  const stepOf = (probation: ListedProbation): DueProbation | undefined => {
    const step = nextStep(probation);
    return step && { department: probation.department, ...step };
  };
  return dueRecords(probationsCollection, request, { by: 'wakes', stepOf }, ledgerline);
}
