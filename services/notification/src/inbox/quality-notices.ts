import type { Inspection, InspectionEvent, InspectionEventType, SampleEvent } from '@ledgerline/domain';
import { noRuleFor } from '@ledgerline/kernel';
import { inboxOf, type DraftedNotice } from './notice.js';

/** What decides who is told of an inspection, and who may see that; none of its words, nor its ticket. */
export type ToldInspection = Pick<Inspection, 'agent' | 'team' | 'inspector' | 'status' | 'confidential'>;

export const eventsOfQuality = [
  'SampleDrawn', 'InspectionOpened', 'InspectionAssigned', 'InspectionScored', 'InspectionAppealed', 'AppealDismissed', 'AppealGranted', 'InspectionExcused',
] as const satisfies readonly (InspectionEventType | SampleEvent['type'])[]; // prettier-ignore

/** Where it stands after an event; undefined of what was never opened. */
export function standsAfter(before: ToldInspection | undefined, event: InspectionEvent): ToldInspection | undefined {
  if (event.type === 'InspectionOpened') {
    const { agent, team, inspector, confidential } = event.data;
    const more = { ...(inspector === undefined ? {} : { inspector }), ...(confidential === undefined ? {} : { confidential }) };
    return { agent, team, status: 'to-score', ...more };
  }
  if (before === undefined) return undefined;
  switch (event.type) {
    case 'InspectionAssigned':
      return { ...before, inspector: event.data.inspector };
    case 'InspectionScored':
      return { ...before, status: 'scored' };
    case 'InspectionAppealed':
      return { ...before, status: 'appealed' };
    case 'AppealDismissed':
    case 'AppealGranted':
      return { ...before, status: 'decided' };
    case 'InspectionExcused':
      return { ...before, status: 'excused' };
    default:
      return noRuleFor(event);
  }
}

/** Who has to know: whose work it is, and whoever has to score it, or can decide on an appeal. */
export function noticesOfInspection(event: InspectionEvent, now: ToldInspection): readonly DraftedNotice[] {
  const { agent, team, inspector } = now;
  const scorer = inspector === undefined ? [] : [inboxOf.account(inspector)];
  switch (event.type) {
    case 'InspectionAssigned':
      return [{ kind: 'inspection-assigned', to: scorer }];
    case 'InspectionScored':
      return [{ kind: 'inspection-scored', to: [inboxOf.account(agent)] }];
    case 'InspectionAppealed':
      return [{ kind: 'appeal-raised', to: [inboxOf.inspectors, inboxOf.teamLeaders(team)] }];
    case 'AppealDismissed':
    case 'AppealGranted':
      return [{ kind: 'appeal-decided', to: [inboxOf.account(agent), ...scorer] }];
    case 'InspectionOpened':
    case 'InspectionExcused':
      return [];
    default:
      return noRuleFor(event);
  }
}

/** A whole period's work at once: each inspector is told once that there is some. */
export function noticesOfSample({ data: { pieces } }: SampleEvent): readonly DraftedNotice[] {
  const inspectors = new Set(pieces.flatMap(({ inspector }) => inspector ?? []));
  return inspectors.size === 0 ? [] : [{ kind: 'inspections-drawn', to: [...inspectors].map(inboxOf.account) }];
}
