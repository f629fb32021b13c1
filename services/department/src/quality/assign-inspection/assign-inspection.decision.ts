import type { AssignInspection, ExcuseInspection } from '@ledgerline/contracts';
import { isTheirWork, type InspectionEvent, type MaybeInspection } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';
import { mayInspect, type Inspector } from '../draw-sample/share-out.js';

/** Where the lot found nobody, or whoever it found cannot: the reason stands on record. @param person id of the inspection's own key */
export function assignInspection(
  inspector: Inspector | undefined,
  person: string,
): Decide<AssignInspection, MaybeInspection, InspectionEvent> {
  return ({ reason }, inspection, by) => {
    if (inspection === undefined) return rejected('inspection-not-found');
    if (isTheirWork(inspection, by)) return rejected('own-work');
    if (inspection.status !== 'to-score') return rejected('not-to-be-scored', { status: inspection.status });
    if (inspector === undefined) return rejected('not-an-inspector');
    const { agent, confidential = false } = inspection;
    if (!mayInspect(inspector, { agent, confidential })) return rejected('may-not-inspect-it');
    if (inspection.inspector === inspector.id) return rejected('nothing-to-change');
    return [{ type: 'InspectionAssigned', data: { person, inspector: inspector.id, reason } }];
  };
}

/** What cannot be scored: the recording is lost, the caller's words are erased. It counts for nothing. */
export function excuseInspection(person: string): Decide<ExcuseInspection, MaybeInspection, InspectionEvent> {
  return ({ reason }, inspection, by) => {
    if (inspection === undefined) return rejected('inspection-not-found');
    if (isTheirWork(inspection, by)) return rejected('own-work');
    if (inspection.status !== 'to-score') return rejected('not-to-be-scored', { status: inspection.status });
    return [{ type: 'InspectionExcused', data: { person, reason } }];
  };
}
