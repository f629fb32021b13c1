import type { QueryRequest } from '@ledgerline/contracts';
import { nextStep, type ProbationStep } from '@ledgerline/domain';
import { dueRecords, type DueQuery, type Ledgerline } from '@ledgerline/host';
import { probationsCollection, type ListedProbation } from '../probation-list/probation-list.projection.js';

/** Something about it is due: what, and of which department it is. */
export type DueProbation = ProbationStep & { readonly id: string; readonly department: string; readonly begunAt: string };

/** For the loop that keeps them alone. */
export function dueProbations(request: QueryRequest<DueQuery>, ledgerline: Ledgerline) {
  const itemOf = (id: string, probation: ListedProbation): DueProbation | undefined => {
    const { department, begunAt } = probation;
    const step = nextStep(probation);
    return step && { id, department, begunAt, ...step };
  };
  return dueRecords(probationsCollection, request, { by: 'wakes', itemOf }, ledgerline);
}
