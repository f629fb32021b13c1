import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { nextStep, type ProbationStep } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { probationsCollection } from '../probation-list/probation-list.projection.js';

export interface DueProbations {
  /** RFC 3339, UTC, milliseconds. */
  readonly before: string;
  readonly limit: number;
}

/** Something about it is due: what, and of which department it is. */
export type DueProbation = ProbationStep & { readonly id: string; readonly department: string; readonly begunAt: string };

/** For the loop that keeps them alone. */
export async function dueProbations(
  { body: { before, limit }, principal }: QueryRequest<DueProbations>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'due'; readonly items: readonly DueProbation[] } | Problem> {
  if (!principal.roles.includes('system')) return problem('not-allowed');
  const collection = await ledgerline.live(probationsCollection);
  const { items } = await collection.find({ where: { wakes: { from: '1', before } }, sort: ['wakes'], limit });
  return {
    kind: 'due',
    items: items.flatMap(({ id, document }) => {
      const step = nextStep(document);
      return step === undefined ? [] : [{ id, department: document.department, begunAt: document.begunAt, ...step }];
    }),
  };
}
