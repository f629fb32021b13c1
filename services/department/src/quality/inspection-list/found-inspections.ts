import type { Principal } from '@ledgerline/contracts';
import { answersForTeams, readsAllInspections, seesConfidential, type InspectionStatus } from '@ledgerline/domain';
import type { Where } from '@ledgerline/host';

export interface InspectionFilter {
  readonly status?: InspectionStatus;
  /** Account of whose work it is. */
  readonly agent?: string;
  /** The asker's own work. */
  readonly mine?: boolean;
  /** Those that the asker has to score. */
  readonly toScore?: boolean;
  readonly team?: string;
  readonly sample?: string;
  /** Id of a ticket. */
  readonly ticket?: string;
  readonly month?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

/** What rows are asked for: the filter, and what the asker may find at all (`seesInspection` has the last word). */
export function rowsWanted(filter: InspectionFilter, principal: Principal): Where | 'nothing' {
  const visible = visibleRows(filter, principal);
  if (visible === 'nothing') return 'nothing';
  const { status, agent, team, sample, ticket, month } = filter;
  const asked = Object.entries({ status, agent, team, sample, ticket, month }).filter(([, value]) => value !== undefined);
  const clash = asked.some(([name, value]) => typeof visible[name] === 'string' && visible[name] !== value);
  return clash ? 'nothing' : { kind: 'inspection', ...Object.fromEntries(asked as [string, string][]), ...visible };
}

function visibleRows({ mine, toScore, team }: InspectionFilter, principal: Principal): Where | 'nothing' {
  const { id, onBehalfOf, roles, departments } = principal;
  if (toScore) return { inspector: onBehalfOf ?? id, status: 'to-score' };
  const own: Where | 'nothing' = onBehalfOf === undefined ? { agent: id, shown: true } : 'nothing';
  if (mine) return own;
  const reader: Where = seesConfidential(roles) ? {} : { reader: 'open' };
  if (readsAllInspections(roles) || (answersForTeams(roles) && departments.includes('*'))) return reader;
  if (!answersForTeams(roles) || departments.length === 0) return own;
  if (team !== undefined) return departments.includes(team) ? { ...reader, team } : 'nothing';
  const [only, ...others] = departments;
  return { ...reader, team: others.length === 0 ? (only as string) : { in: departments } };
}
