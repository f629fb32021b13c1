import type { TellEmploymentConditions } from '@ledgerline/contracts';
import { dateAt, type MaybeProbation, type Probation, type ProbationEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';
import { whyNotOpen } from '../open-probation.js';

/** What the employee has to meet (录用条件) counts from the day on which they were told of it; a new list replaces the one before. */
export const tellEmploymentConditions: Decide<TellEmploymentConditions, MaybeProbation, ProbationEvent> = (
  { conditions, toldOn },
  probation,
  by,
) => {
  const refusal = whyNotOpen(probation, by);
  if (refusal !== undefined) return refusal;
  const { person, conditions: before } = probation as Probation;
  if (toldOn > dateAt(by.at, probation as Probation)) return rejected('date-is-to-come', { toldOn });
  const edition = (before?.edition ?? 0) + 1;
  return [{ type: 'EmploymentConditionsTold', data: { person, edition, conditions, toldOn } }];
};
