import { dateAt, isTheirOwn, type MaybeProbation, type Probation, type ProbationEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

export type OnProbation<Body> = Decide<Body, MaybeProbation, ProbationEvent>;

/** A decision about one that goes on: nothing is changed any more once it is over, or its last day has passed and the system has yet to say so. Nobody changes their own. */
export function whileOpen<Body>(decide: Decide<Body, Probation, ProbationEvent>): OnProbation<Body> {
  return (body, probation, by) => {
    if (probation === undefined) return rejected('probation-not-found');
    if (isTheirOwn(probation, by)) return rejected('own-probation');
    const { status, lastDay } = probation;
    if (status !== 'on-probation') return rejected('probation-is-over', { status });
    if (dateAt(by.at, probation) > lastDay) return rejected('last-day-has-passed', { lastDay });
    return decide(body, probation, by);
  };
}
