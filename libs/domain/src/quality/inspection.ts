import { noRuleFor, type Fold, type Personal, type RecordedEvent } from '@ledgerline/kernel';
import { handsOf, type Hands } from '../authority/hands.js';
import type { CountsFor, InspectionEvent, InspectionEvents, PieceOfWork, PinnedVersion } from './inspection-events.js';
import type { Remarks, Score } from './scoring.js';

/** `scored`: the agent may appeal, or has let the time for that pass; `decided`: the appeal was. */
export const inspectionStatuses = ['to-score', 'scored', 'appealed', 'decided', 'excused'] as const;
export type InspectionStatus = (typeof inspectionStatuses)[number];

interface Said {
  readonly at: string;
  readonly by: Hands;
}
interface Reasoned extends Said {
  readonly reason: Personal<string>;
}
export type GivenScore = Score & Remarks & Said;

/** An inspection (质检) as its events give it. Times are RFC 3339, UTC. */
export interface Inspection extends PieceOfWork, CountsFor {
  readonly sample: string;
  readonly sheet: PinnedVersion;
  readonly inspector?: string;
  readonly status: InspectionStatus;
  readonly openedAt: string;
  readonly updatedAt: string;
  /** Key of what is written of it; none before anything is. */
  readonly person?: string;
  readonly scored?: GivenScore & { readonly appealBy: string };
  readonly appeal?: Reasoned;
  readonly decision?: Reasoned & { readonly outcome: 'granted' | 'dismissed' };
  /** What the appeal made of the score, beside what was scored at first. */
  readonly revised?: GivenScore;
  readonly excused?: Reasoned;
}
export type MaybeInspection = Inspection | undefined;

type RecordedInspectionEvent = InspectionEvent & Pick<RecordedEvent, 'meta'>;

export const inspectionFold: Fold<MaybeInspection> = {
  initial: undefined,
  evolve: (inspection, recorded) => evolveInspection(inspection, recorded as unknown as RecordedInspectionEvent),
};

function evolveInspection(before: MaybeInspection, event: RecordedInspectionEvent): MaybeInspection {
  const { at } = event.meta;
  if (event.type === 'InspectionOpened') return { ...event.data, status: 'to-score', openedAt: at, updatedAt: at };
  return before && { ...changed(before, event), person: event.data.person, updatedAt: at };
}

function changed(
  inspection: Inspection,
  event: Exclude<RecordedInspectionEvent, { readonly type: 'InspectionOpened' }>,
): Inspection {
  const said: Said = { at: event.meta.at, by: handsOf(event.meta) };
  switch (event.type) {
    case 'InspectionAssigned':
      return { ...inspection, inspector: event.data.inspector };
    case 'InspectionScored':
      return { ...inspection, status: 'scored', scored: { ...scoreIn(event.data), ...said, appealBy: event.data.appealBy } };
    case 'InspectionAppealed':
      return { ...inspection, status: 'appealed', appeal: { ...said, reason: event.data.reason } };
    case 'AppealDismissed':
      return { ...inspection, status: 'decided', decision: { ...said, reason: event.data.reason, outcome: 'dismissed' } };
    case 'AppealGranted': {
      const decision = { ...said, reason: event.data.reason, outcome: 'granted' as const };
      return { ...inspection, status: 'decided', decision, revised: { ...scoreIn(event.data), ...said } };
    }
    case 'InspectionExcused':
      return { ...inspection, status: 'excused', excused: { ...said, reason: event.data.reason } };
    default:
      return noRuleFor(event);
  }
}

function scoreIn({
  marks, fatal, total, score, outOf, passed, notes, remark,
}: InspectionEvents['InspectionScored'] | InspectionEvents['AppealGranted']): Score & Remarks {
  return { marks, fatal, total, score, outOf, passed, notes, ...(remark === undefined ? {} : { remark }) };
} // prettier-ignore
