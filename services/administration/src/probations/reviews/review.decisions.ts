import type { RecordProbationReview, SetObjectives } from '@ledgerline/contracts';
import { dateAt, type MaybeProbation, type Probation, type ProbationEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';
import { whyNotOpen } from '../open-probation.js';

type OnProbation<Body> = Decide<Body, MaybeProbation, ProbationEvent>;

/** R13.5: what the employee is to achieve; a new list replaces the one before. */
export const setObjectives: OnProbation<SetObjectives> = ({ objectives }, probation, by) => {
  const refusal = whyNotOpen(probation, by);
  if (refusal !== undefined) return refusal;
  return [{ type: 'ObjectivesSet', data: { person: (probation as Probation).person, objectives } }];
};

/** @param mentor account of whoever shows them the work; undefined where there is no such account */
export function nameMentor(mentor: string | undefined): OnProbation<unknown> {
  return (_body, probation, by) => {
    const refusal = whyNotOpen(probation, by);
    if (refusal !== undefined) return refusal;
    if (mentor === undefined) return rejected('unknown-mentor');
    const { account, mentor: before } = probation as Probation;
    if (mentor === account) return rejected('mentors-themselves');
    return mentor === before ? rejected('nothing-to-change') : [{ type: 'MentorNamed', data: { mentor } }];
  };
}

/** How far the objectives are met, as somebody has seen it on a day. */
export const recordProbationReview: OnProbation<RecordProbationReview> = ({ on, result, text }, probation, by) => {
  const refusal = whyNotOpen(probation, by);
  if (refusal !== undefined) return refusal;
  const { person, reportsOn } = probation as Probation;
  if (on < reportsOn || on > dateAt(by.at, probation as Probation)) return rejected('date-is-to-come', { on });
  return [{ type: 'ProbationReviewed', data: { person, on, result, text } }];
};
