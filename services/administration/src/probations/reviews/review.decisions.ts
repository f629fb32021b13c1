import type { RecordProbationReview, SetObjectives } from '@ledgerline/contracts';
import { dateAt } from '@ledgerline/domain';
import { rejected } from '@ledgerline/kernel';
import { whileOpen, type OnProbation } from '../open-probation.js';

/** R13.5: what the employee is to achieve; a new list replaces the one before. */
export const setObjectives: OnProbation<SetObjectives> = whileOpen(({ objectives }, { person }) => [
  { type: 'ObjectivesSet', data: { person, objectives } },
]);

/** @param mentor account of whoever shows them the work; undefined where there is no such account */
export function nameMentor(mentor: string | undefined): OnProbation<unknown> {
  return whileOpen((_body, { account, mentor: before }) => {
    if (mentor === undefined) return rejected('unknown-mentor');
    if (mentor === account) return rejected('mentors-themselves');
    return mentor === before ? rejected('nothing-to-change') : [{ type: 'MentorNamed', data: { mentor } }];
  });
}

/** How far the objectives are met, as somebody has seen it on a day. */
export const recordProbationReview: OnProbation<RecordProbationReview> = whileOpen(({ on, result, text }, probation, by) => {
  const { person, reportsOn } = probation;
  if (on < reportsOn || on > dateAt(by.at, probation)) return rejected('date-is-to-come', { on });
  return [{ type: 'ProbationReviewed', data: { person, on, result, text } }];
});
