import { departments, year } from './sample-fact-rows.js';

/** What a dashboard asks of one report: its name, and its filter. */
export interface Asked {
  readonly name: string;
  readonly filter: {
    readonly from?: number;
    readonly to?: number;
    readonly group: readonly string[];
    readonly where: Readonly<Record<string, string>>;
  };
  /** The tickets behind this cell, in place of the figures. */
  readonly cell?: string;
}

const day = 86_400_000;
const last = (days: number) => ({ from: year.to - days * day, to: year.to });

/** The dashboards of a call centre: now, the last week, month and quarter, the year by month, and what is behind a number. */
export const dashboards: readonly Asked[] = [
  { name: 'backlog', filter: { group: [], where: {} } },
  { name: 'backlog', filter: { group: ['department'], where: {} } },
  { name: 'ageing', filter: { group: ['department'], where: {} } },
  { name: 'load', filter: { ...last(7), group: ['hour'], where: {} } },
  { name: 'load', filter: { ...last(30), group: ['day'], where: {} } },
  { name: 'load', filter: { ...last(365), group: ['month', 'kind'], where: {} } },
  { name: 'sla', filter: { ...last(30), group: ['department'], where: {} } },
  { name: 'sla', filter: { ...last(30), group: ['clock'], where: {} } },
  { name: 'sla', filter: { ...last(90), group: ['week'], where: { clock: 'handle' } } },
  { name: 'sla', filter: { ...last(365), group: ['month'], where: { department: departments[3] as string } } },
  { name: 'sla', filter: { ...last(365), group: ['month'], where: {} } },
  { name: 'durations', filter: { ...last(30), group: ['clock'], where: {} } },
  { name: 'durations', filter: { ...last(90), group: ['department'], where: { clock: 'handle' } } },
  { name: 'times', filter: { ...last(30), group: ['holder'], where: {} } },
  { name: 'satisfaction', filter: { ...last(90), group: ['department'], where: {} } },
  { name: 'rework', filter: { ...last(30), group: ['department'], where: {} } },
  { name: 'returns', filter: { ...last(30), group: ['department'], where: {} } },
  { name: 'urging', filter: { ...last(30), group: ['item'], where: {} } },
  { name: 'sla', filter: { ...last(30), group: [], where: { clock: 'handle' } }, cell: 'late' },
  { name: 'backlog', filter: { group: [], where: {} }, cell: 'overdue' },
]; // prettier-ignore

/** Who asks: all of it; all but what is confidential; and what their department has, with and without confidential tickets. */
export const askers = [
  { kind: 'person', id: 'auditor', roles: ['auditor'], departments: [] },
  { kind: 'person', id: 'agent', roles: ['agent'], departments: ['call-centre'] },
  { kind: 'person', id: 'manager', roles: ['manager'], departments: [departments[3]] },
  { kind: 'person', id: 'h-7', roles: ['handler'], departments: [departments[3]] },
] as const;
