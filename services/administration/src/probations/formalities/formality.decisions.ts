import type { CompleteFormality, WaiveFormality } from '@ledgerline/contracts';
import { formalitiesOf, type MaybeProbation, type Probation, type ProbationEvent, type ProbationRule } from '@ledgerline/domain';
import { rejected, type ByWhom, type Decide, type Rejection } from '@ledgerline/kernel';
import { whyNotOpen } from '../open-probation.js';

type OnProbation<Body> = Decide<Body, MaybeProbation, ProbationEvent>;

/** R13.5: the office has seen to it; who and when stand in the event. */
export function completeFormality(rule: ProbationRule): OnProbation<CompleteFormality> {
  return ({ formality }, probation, by) =>
    whyNotToDo(formality, probation, { ...by, rule }) ?? [{ type: 'FormalityCompleted', data: { formality } }];
}

/** Board and lodging are not for everybody; the others are. */
export function waiveFormality(rule: ProbationRule): OnProbation<WaiveFormality> {
  return ({ formality, reason }, probation, by) => {
    const refusal = whyNotToDo(formality, probation, { ...by, rule });
    if (refusal !== undefined) return refusal;
    if (!rule.formalities.some(({ code, whereNeeded }) => code === formality && whereNeeded))
      return rejected('formality-is-for-everybody', { formality });
    return [{ type: 'FormalityNotNeeded', data: { person: (probation as Probation).person, formality, reason } }];
  };
}

type Under = ByWhom & { readonly at: string; readonly rule: ProbationRule };

function whyNotToDo(code: string, probation: MaybeProbation, { rule, ...by }: Under): Rejection | undefined {
  const refusal = whyNotOpen(probation, by);
  if (refusal !== undefined) return refusal;
  const found = formalitiesOf(probation as Probation, rule).find((one) => one.code === code);
  if (found === undefined) return rejected('unknown-formality', { formality: code });
  return found.state === 'open' ? undefined : rejected('formality-is-seen-to', { formality: code, state: found.state });
}
