import type { DismissAppeal, GrantAppeal } from '@ledgerline/contracts';
import {
  hasScored,
  isTheirWork,
  scoreBy,
  type InspectionEvent,
  type MaybeInspection,
  type Score,
  type ScoreSheet,
} from '@ledgerline/domain';
import { rejected, type ByWhom, type Decide, type Rejection } from '@ledgerline/kernel';
import { countsFor } from '../score-inspection/score-inspection.decision.js';

interface Deciding {
  /** Id of the inspection's own key. */
  readonly person: string;
  readonly sheet: ScoreSheet;
}

/** R12: by another than who scored. The score stands. */
export function dismissAppeal({ person }: Pick<Deciding, 'person'>): Decide<DismissAppeal, MaybeInspection, InspectionEvent> {
  return ({ reason }, inspection, by) => {
    const refusal = refusalToDecide(inspection, by);
    if (refusal !== undefined || inspection === undefined) return refusal ?? rejected('inspection-not-found');
    return [{ type: 'AppealDismissed', data: { person, ...countsFor(inspection), reason } }];
  };
}

/** The sheet is filled in anew; what was scored at first is kept beside it. */
export function grantAppeal({ person, sheet }: Deciding): Decide<GrantAppeal, MaybeInspection, InspectionEvent> {
  return ({ reason, ...filled }, inspection, by) => {
    const refusal = refusalToDecide(inspection, by);
    if (refusal !== undefined || inspection === undefined) return refusal ?? rejected('inspection-not-found');
    const scored = scoreBy(sheet, filled);
    if ('rejection' in scored) return scored;
    if (isSame(inspection.scored, scored.score)) return rejected('score-is-the-same');
    const data = { person, ...countsFor(inspection), ...scored.score, ...scored.remarks, reason };
    return [{ type: 'AppealGranted', data }];
  };
}

function refusalToDecide(inspection: MaybeInspection, by: ByWhom): Rejection | undefined {
  if (inspection === undefined) return rejected('inspection-not-found');
  if (isTheirWork(inspection, by)) return rejected('own-work');
  if (inspection.status !== 'appealed') return rejected('no-appeal-to-decide', { status: inspection.status });
  return hasScored(inspection, by) ? rejected('own-score') : undefined;
}

function isSame(one: Score | undefined, other: Score): boolean {
  const points = ({ marks }: Score) => marks.map(({ points: given }) => given).join();
  return one !== undefined && points(one) === points(other) && one.fatal.join() === other.fatal.join();
}
