import type { TellEmploymentConditions } from '@ledgerline/contracts';
import { dateAt } from '@ledgerline/domain';
import { rejected } from '@ledgerline/kernel';
import { whileOpen, type OnProbation } from '../open-probation.js';

/** What the employee has to meet (录用条件) counts from the day on which they were told of it; a new list replaces the one before. */
export const tellEmploymentConditions: OnProbation<TellEmploymentConditions> = whileOpen(
  ({ conditions, toldOn }, probation, by) => {
    const { person, conditions: before } = probation;
    if (toldOn > dateAt(by.at, probation)) return rejected('date-is-to-come', { toldOn });
    const edition = (before?.edition ?? 0) + 1;
    return [{ type: 'EmploymentConditionsTold', data: { person, edition, conditions, toldOn } }];
  },
);
