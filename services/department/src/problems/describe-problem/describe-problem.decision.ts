import type { DescribeProblem } from '@ledgerline/contracts';
import { keepsProblem, type MaybeProblemRecord, type ProblemEvent } from '@ledgerline/domain';
import { isErased, rejected, type Decide } from '@ledgerline/kernel';

/** What it is, said better: which tickets fit it follows from that. */
export const describeProblem: Decide<DescribeProblem, MaybeProblemRecord, ProblemEvent> = (
  { reason, ...change },
  problem,
  circumstances,
) => {
  if (problem === undefined) return rejected('problem-not-found');
  if (!keepsProblem(problem, circumstances)) return rejected('not-your-department');
  const { person, title, text, department, item, product, kind } = problem;
  const before = { title, text, department, item, product, kind };
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  if (given.every(([name, value]) => before[name as keyof typeof before] === value)) return rejected('nothing-to-change');
  if (isErased(title) || isErased(text)) return rejected('problem-is-erased');
  const kept = {
    title,
    text,
    department,
    item,
    ...(product === undefined ? {} : { product }),
    ...(kind === undefined ? {} : { kind }),
  };
  return [{ type: 'ProblemDescribed', data: { person, ...kept, ...Object.fromEntries(given), reason } }];
};
