import { dayAfter, nextStep, type MaybeProbation, type ProbationEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** A step that was found due, and whom it was told to. */
export interface KeepProbation {
  readonly step: 'remind' | 'make-regular';
  readonly lastDay: string;
  readonly days?: number;
  readonly told: readonly string[];
}

/** Decided again on the probation as it stands: another last day, or an end meanwhile, and nothing comes of it. */
export const keepProbation: Decide<KeepProbation, MaybeProbation, ProbationEvent> = (
  { step, lastDay, days, told },
  probation,
  { at },
) => {
  if (probation === undefined) return rejected('probation-not-found');
  const next = nextStep(probation);
  if (next === undefined || next.step !== step || next.lastDay !== lastDay || next.at > at) return rejected('step-no-longer-due');
  if (next.step === 'make-regular')
    return [{ type: 'EmployeeBecameRegular', data: { on: dayAfter(lastDay), why: 'last-day-passed', told } }];
  if (next.days !== days) return rejected('step-no-longer-due');
  return [{ type: 'ProbationReminded', data: { lastDay, days, told } }];
};
