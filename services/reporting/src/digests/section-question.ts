import type { DigestScope, PeriodKind, ReportSectionName } from '@ledgerline/domain';

/** How a section's figures are asked of a report, so that each is a number of the report and leads to its tickets. */
export interface SectionQuestion {
  readonly report: string;
  readonly where: Readonly<Record<string, string>>;
  readonly group: readonly string[];
  /** The first says which lines are the largest. */
  readonly figures: readonly [string, ...string[]];
  /** Given of the period before too. */
  readonly compared: readonly string[];
  /** The cell whose tickets are named. */
  readonly lists?: string;
  /** As many periods, the last of which is the digest's; in their order. */
  readonly spans?: number;
  /** About the present: it has no period. */
  readonly isPresent?: true;
}

const registered = { report: 'load', where: {}, figures: ['registered'], compared: ['registered'] } as const;
const counts = { ...registered, figures: ['registered', 'urgent', 'open'] } as const;
const ofKind = (kind: string) => ({ ...registered, where: { kind }, group: ['item', 'product'], lists: 'registered' });

/** What compares departments where it is about the centre, and something else about one of them. */
export function questionOf(section: ReportSectionName, scope: DigestScope, period: PeriodKind): SectionQuestion {
  const by = (otherwise: string) => [scope === 'centre' ? 'department' : otherwise];
  switch (section) {
    case 'volume':
      return { ...counts, group: ['kind'] };
    case 'departments':
      return { ...counts, group: ['department'] };
    case 'timeliness': {
      const figures = ['clocks', 'inTime', 'late', 'breached', 'attainment'] as const;
      return { report: 'sla', where: {}, group: by('clock'), figures, compared: ['attainment'] };
    }
    case 'satisfaction': {
      const figures = ['surveys', 'dissatisfied', 'satisfiedShare'] as const;
      return { report: 'satisfaction', where: {}, group: by('kind'), figures, compared: ['satisfiedShare'] };
    }
    case 'suggestions':
      return ofKind('opinion');
    case 'complaints':
      return ofKind('complaint');
    case 'faults':
      return ofKind('fault-repair');
    case 'repeated-faults':
      return { ...registered, where: { kind: 'fault-repair' }, group: ['item', 'product'] };
    case 'hot-spots':
      return { ...registered, group: ['item', 'district'] };
    case 'trend':
      return { ...counts, group: [period], compared: [], spans: 8 };
    case 'overdue':
      return { report: 'backlog', where: {}, group: by('kind'), figures: ['overdue', 'open', 'held'], compared: [], lists: 'overdue', isPresent: true }; // prettier-ignore
    case 'urgent':
      return { ...registered, where: { level: 'urgent' }, group: ['kind', 'item'], lists: 'registered' };
    case 'rework': {
      const figures = ['sentBack', 'rejected', 'reworked', 'reopened'] as const;
      return { report: 'rework', where: {}, group: by('kind'), figures, compared: [] };
    }
  }
}
