import type { ScoreInspection } from '@ledgerline/contracts';
import {
  isTheirWork,
  powerOf,
  scoreBy,
  type Inspection,
  type InspectionEvent,
  type MaybeInspection,
  type ScoreSheet,
} from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** What scoring rests on beside the marks. */
export interface Scoring {
  /** Id of the inspection's own key. */
  readonly person: string;
  readonly sheet: ScoreSheet;
  /** RFC 3339, UTC. */
  readonly appealBy: string;
}

/** R12: whoever the lot gave it to fills in the sheet that was in force when it was drawn. */
export function scoreInspection({ person, sheet, appealBy }: Scoring): Decide<ScoreInspection, MaybeInspection, InspectionEvent> {
  return (filled, inspection, by) => {
    if (inspection === undefined) return rejected('inspection-not-found');
    if (isTheirWork(inspection, by)) return rejected('own-work');
    if (inspection.inspector !== powerOf(by)) return rejected('not-its-inspector');
    if (inspection.status !== 'to-score') return rejected('not-to-be-scored', { status: inspection.status });
    const scored = scoreBy(sheet, filled);
    if ('rejection' in scored) return scored;
    const data = { person, ...countsFor(inspection), ...scored.score, ...scored.remarks, appealBy };
    return [{ type: 'InspectionScored', data }];
  };
}

export function countsFor({ agent, team, month }: Inspection) {
  return { agent, team, month };
}
