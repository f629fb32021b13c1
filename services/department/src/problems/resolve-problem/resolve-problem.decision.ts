import type { ReopenProblem, ResolveProblem } from '@ledgerline/contracts';
import { keepsProblem, type MaybeProblemRecord, type ProblemEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** The cause is gone. Its open tickets are each still to be answered by whoever has them. */
export const resolveProblem: Decide<ResolveProblem, MaybeProblemRecord, ProblemEvent> = ({ fix }, problem, circumstances) => {
  if (problem === undefined) return rejected('problem-not-found');
  if (!keepsProblem(problem, circumstances)) return rejected('not-your-department');
  if (problem.status === 'resolved') return rejected('problem-is-resolved');
  return [{ type: 'ProblemResolved', data: { person: problem.person, fix } }];
};

export const reopenProblem: Decide<ReopenProblem, MaybeProblemRecord, ProblemEvent> = ({ reason }, problem, circumstances) => {
  if (problem === undefined) return rejected('problem-not-found');
  if (!keepsProblem(problem, circumstances)) return rejected('not-your-department');
  if (problem.status !== 'resolved') return rejected('problem-not-resolved');
  return [{ type: 'ProblemReopened', data: { person: problem.person, reason } }];
};
