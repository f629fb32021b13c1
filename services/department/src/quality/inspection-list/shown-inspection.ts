import { scoreInForce, type GivenScore } from '@ledgerline/domain';
import type { ListedInspection } from './inspection-list.projection.js';

type Figures = Pick<GivenScore, 'score' | 'outOf' | 'passed' | 'fatal'>;

/** An inspection of a list. */
export interface InspectionLine extends Omit<
  ListedInspection,
  'ticket' | 'piece' | 'sheet' | 'scored' | 'revised' | 'appeal' | 'decision' | 'person' | 'excused'
> {
  /** The version that it is scored by, as `code.draft`. */
  readonly sheet: string;
  /** Where the reader sees it. */
  readonly ticket?: string;
  /** The score that counts; before an appeal was granted, another. */
  readonly result?: Figures;
  readonly original?: Figures;
  /** Until when the agent may appeal. */
  readonly appealBy?: string;
  readonly appealedAt?: string;
  readonly outcome?: NonNullable<ListedInspection['decision']>['outcome'];
}

/** One inspection, with what was written. */
export type ShownInspection = InspectionLine & Pick<ListedInspection, 'scored' | 'revised' | 'appeal' | 'decision' | 'excused'>;

/** An inspection as lists show it: who, what, and the score that counts; no words, and its ticket where the reader sees that. */
export function listedInspection({ id, ...inspection }: ListedInspection, seen: ReadonlySet<string>): InspectionLine {
  const { ticket, piece: _piece, sheet, scored, revised, status, appeal, decision, ...rest } = inspection;
  const { person: _person, excused: _excused, ...facts } = rest;
  const score = scoreInForce(inspection);
  return {
    id,
    ...facts,
    status,
    sheet: `${sheet.code}.${sheet.draft}`,
    ...(seen.has(ticket) ? { ticket } : {}),
    ...(score === undefined ? {} : { result: figuresOf(score) }),
    ...(revised === undefined || scored === undefined ? {} : { original: figuresOf(scored) }),
    ...(scored === undefined ? {} : { appealBy: scored.appealBy }),
    ...(appeal === undefined ? {} : { appealedAt: appeal.at }),
    ...(decision === undefined ? {} : { outcome: decision.outcome }),
  };
}

/** With what was written. */
export function shownInspection(inspection: ListedInspection, seen: ReadonlySet<string>): ShownInspection {
  const { scored, revised, appeal, decision, excused } = inspection;
  return { ...listedInspection(inspection, seen), ...given({ scored, revised, appeal, decision, excused }) };
}

function figuresOf({ score, outOf, passed, fatal }: GivenScore): Figures {
  return { score, outOf, passed, fatal };
}

/** Those that there are. */
function given<Members extends Readonly<Record<string, unknown>>>(members: Members): Partial<Members> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Partial<Members>;
}
