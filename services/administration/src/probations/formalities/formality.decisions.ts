import type { CompleteFormality, WaiveFormality } from '@ledgerline/contracts';
import { formalitiesOf, type Probation, type ProbationRule } from '@ledgerline/domain';
import { rejected, type Rejection } from '@ledgerline/kernel';
import { whileOpen, type OnProbation } from '../open-probation.js';

/** R13.5: the office has seen to it; who and when stand in the event. */
export function completeFormality(rule: ProbationRule): OnProbation<CompleteFormality> {
  return whileOpen(
    ({ formality }, probation) => whyNotToDo(formality, probation, rule) ?? [{ type: 'FormalityCompleted', data: { formality } }],
  );
}

/** Board and lodging are not for everybody; the others are. */
export function waiveFormality(rule: ProbationRule): OnProbation<WaiveFormality> {
  return whileOpen(({ formality, reason }, probation) => {
    const refusal = whyNotToDo(formality, probation, rule);
    if (refusal !== undefined) return refusal;
    if (!rule.formalities.some(({ code, whereNeeded }) => code === formality && whereNeeded))
      return rejected('formality-is-for-everybody', { formality });
    return [{ type: 'FormalityNotNeeded', data: { person: probation.person, formality, reason } }];
  });
}

function whyNotToDo(code: string, probation: Probation, rule: ProbationRule): Rejection | undefined {
  const found = formalitiesOf(probation, rule).find((one) => one.code === code);
  if (found === undefined) return rejected('unknown-formality', { formality: code });
  return found.state === 'open' ? undefined : rejected('formality-is-seen-to', { formality: code, state: found.state });
}
