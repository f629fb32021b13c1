import type { AppealInspection } from '@ledgerline/contracts';
import type { InspectionEvent, MaybeInspection } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';
import { countsFor } from '../score-inspection/score-inspection.decision.js';

/** R12 (申诉): whoever did the work, for themselves alone, once, in time. @param person id of the inspection's own key */
export function appealInspection(person: string): Decide<AppealInspection, MaybeInspection, InspectionEvent> {
  return ({ reason }, inspection, { actor, onBehalfOf, at }) => {
    if (inspection === undefined) return rejected('inspection-not-found');
    if (actor.id !== inspection.agent || onBehalfOf !== undefined) return rejected('not-your-result');
    const { status, scored } = inspection;
    if (status !== 'scored' || scored === undefined) return rejected('nothing-to-appeal', { status });
    if (at > scored.appealBy) return rejected('appeal-too-late', { appealBy: scored.appealBy });
    return [{ type: 'InspectionAppealed', data: { person, ...countsFor(inspection), reason } }];
  };
}
