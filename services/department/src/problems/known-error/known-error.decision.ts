import type { DeclareKnownError, WithdrawWorkaround } from '@ledgerline/contracts';
import { keepsProblem, type MaybeProblemRecord, type ProblemEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** The cause is known, and what helps until it is gone; or another version of that, and why. */
export const declareKnownError: Decide<DeclareKnownError, MaybeProblemRecord, ProblemEvent> = (
  { cause, workaround, reason },
  problem,
  circumstances,
) => {
  if (problem === undefined) return rejected('problem-not-found');
  if (!keepsProblem(problem, circumstances)) return rejected('not-your-department');
  if (problem.status === 'resolved') return rejected('problem-is-resolved');
  const { person, declared } = problem;
  return [{ type: 'KnownErrorDeclared', data: { person, version: declared + 1, cause, workaround, reason } }];
};

/** Agents read it out to callers: what does not help is taken from them at once. */
export const withdrawWorkaround: Decide<WithdrawWorkaround, MaybeProblemRecord, ProblemEvent> = (
  { reason },
  problem,
  circumstances,
) => {
  if (problem === undefined) return rejected('problem-not-found');
  if (!keepsProblem(problem, circumstances)) return rejected('not-your-department');
  if (problem.status === 'resolved') return rejected('problem-is-resolved');
  if (problem.workaround === undefined) return rejected('no-workaround');
  return [{ type: 'WorkaroundWithdrawn', data: { person: problem.person, version: problem.workaround.version, reason } }];
};
