export type ReportName =
  | 'sla'
  | 'durations'
  | 'times'
  | 'backlog'
  | 'ageing'
  | 'load'
  | 'returns'
  | 'rework'
  | 'urging'
  | 'satisfaction'
  | 'conformance'
  | 'telephony'
  | 'occupancy'
  | 'first-contact';

/** A report of the API (R14.2) as it is shown: by what it can be divided, and what of it is drawn. */
export interface ReportShape {
  readonly name: ReportName;
  /** False: it is about the present. */
  readonly hasPeriod: boolean;
  /** Columns that it can be divided and narrowed by, the first unless one is chosen. */
  readonly dimensions: readonly string[];
  /** Cells that are drawn upon each other, or figures side by side. */
  readonly drawn: readonly string[];
  readonly isStacked: boolean;
}

const ofTicket = ['kind', 'level', 'item', 'channel', 'site', 'district', 'product'];
const calendar = ['month', 'week', 'day'];

/** Stretches of time keep their order; everything else stands by size. */
export function isOfTime(dimension: string): boolean {
  return [...calendar, 'hour', 'halfHour', 'weekday'].includes(dimension);
}

const ofEvents = ['department', ...ofTicket, ...calendar];
const ofAgents = ['agent', 'team', 'site', ...calendar, 'halfHour'];
const ofStock = ['department', 'status', 'holder', ...ofTicket, ...calendar];

export const shapes: Readonly<Record<ReportName, ReportShape>> = {
  sla: {
    name: 'sla',
    hasPeriod: true,
    dimensions: ['department', 'clock', 'part', 'policy', 'policyVersion', 'outcome', ...ofTicket, ...calendar],
    drawn: ['inTime', 'late', 'breached', 'cancelledLate'],
    isStacked: true,
  },
  durations: {
    name: 'durations',
    hasPeriod: true,
    dimensions: ['clock', 'department', 'part', 'policy', 'policyVersion', 'outcome', ...ofTicket, ...calendar],
    drawn: ['workingMedian', 'workingP90'],
    isStacked: false,
  },
  times: {
    name: 'times',
    hasPeriod: true,
    dimensions: ['holder', 'department', ...ofTicket, ...calendar],
    drawn: ['workingSeconds', 'elapsedSeconds'],
    isStacked: false,
  },
  backlog: { name: 'backlog', hasPeriod: false, dimensions: ofStock, drawn: ['open', 'overdue', 'held'], isStacked: false },
  ageing: {
    name: 'ageing',
    hasPeriod: false,
    dimensions: ofStock,
    drawn: ['underOneDay', 'oneToThreeDays', 'threeToSevenDays', 'sevenToThirtyDays', 'overThirtyDays'],
    isStacked: true,
  },
  load: {
    name: 'load',
    hasPeriod: true,
    dimensions: ['day', 'week', 'month', 'hour', 'weekday', 'department', 'status', 'holder', ...ofTicket],
    drawn: ['registered'],
    isStacked: true,
  },
  returns: {
    name: 'returns',
    hasPeriod: true,
    dimensions: ofEvents,
    drawn: ['requested', 'granted', 'refused'],
    isStacked: false,
  },
  rework: {
    name: 'rework',
    hasPeriod: true,
    dimensions: ofEvents,
    drawn: ['sentBack', 'rejected', 'reworked', 'reopened'],
    isStacked: true,
  },
  urging: { name: 'urging', hasPeriod: true, dimensions: ofEvents, drawn: ['urged', 'acknowledged'], isStacked: false },
  satisfaction: {
    name: 'satisfaction',
    hasPeriod: true,
    dimensions: ofEvents,
    drawn: ['satisfied', 'dissatisfied'],
    isStacked: true,
  },
  conformance: {
    name: 'conformance',
    hasPeriod: true,
    dimensions: ['deviation', 'department', 'log', ...ofTicket, ...calendar],
    drawn: ['skipped', 'outOfOrder', 'unexpected', 'owed'],
    isStacked: true,
  },
  telephony: {
    name: 'telephony',
    hasPeriod: true,
    dimensions: ['queue', ...ofAgents],
    drawn: ['answeredInTime', 'answered', 'abandoned'],
    isStacked: false,
  },
  occupancy: {
    name: 'occupancy',
    hasPeriod: true,
    dimensions: [...ofAgents, 'doing', 'reason'],
    drawn: ['staffedHours', 'callHours', 'afterCallHours', 'breakHours'],
    isStacked: false,
  },
  'first-contact': {
    name: 'first-contact',
    hasPeriod: true,
    dimensions: [...ofTicket, ...calendar],
    drawn: ['resolved', 'cameBack'],
    isStacked: true,
  },
};

/** What every report can be narrowed by: offered above all of them. */
export const commonFilters = ['department', 'kind', 'level', 'channel', 'site'];
