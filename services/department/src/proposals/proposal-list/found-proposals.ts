import type { Principal } from '@ledgerline/contracts';
import { seesAllTickets, seesConfidential, withImplied } from '@ledgerline/domain';
import type { Where } from '@ledgerline/host';

export interface ProposalFilter {
  readonly status?: string;
  /** Still to be done; the first due first. */
  readonly open?: boolean;
  readonly overdue?: boolean;
  readonly department?: string;
  /** Owned by whoever asks. */
  readonly mine?: boolean;
  /** Has an outcome that some caller was not told of yet. */
  readonly toTell?: boolean;
  readonly item?: string;
  /** Id of a ticket: what its caller asked for. */
  readonly ticket?: string;
  readonly q?: string;
  /** These, as far as they show. */
  readonly id?: readonly string[];
  readonly limit?: number;
  readonly cursor?: string;
}

/** What rows are asked for: the filter, and what the asker may find at all (`seesProposal` has the last word). @param now RFC 3339 */
export function rowsWanted(filter: ProposalFilter, principal: Principal, now: string): Where | 'nothing' {
  const seen = filter.mine ? { owner: principal.onBehalfOf ?? principal.id } : visibleRows(filter.department, principal);
  const telling = filter.toTell ? rowsToTell(principal) : {};
  if (seen === 'nothing' || telling === 'nothing') return 'nothing';
  const { status, open, overdue, department, item, ticket } = filter;
  return {
    kind: ticket === undefined ? 'proposal' : 'caller',
    ...(ticket === undefined ? {} : { ticket }),
    ...(status === undefined ? {} : { status }),
    ...(open === undefined && !overdue ? {} : { underWay: overdue === true || open === true }),
    ...(overdue === undefined ? {} : { dueBy: overdue ? { before: now } : { from: now } }),
    ...(department === undefined ? {} : { department }),
    ...(item === undefined ? {} : { item }),
    ...seen,
    ...telling,
  };
}

/** Rule 11, as work lists do it: what sees all tickets finds all that is open; a department finds its own, its managers what is confidential too. */
function visibleRows(department: string | undefined, { roles, departments }: Principal): Where | 'nothing' {
  const all = withImplied(roles);
  if (seesConfidential(roles)) return {};
  const everywhere = seesAllTickets(roles);
  const ownAlone = department !== undefined && departments.includes(department);
  const reader = all.has('manager') && (!everywhere || ownAlone) ? {} : { reader: 'open' };
  if (everywhere) return reader;
  if (!all.has('handler') || departments.length === 0) return 'nothing';
  if (department !== undefined && !ownAlone) return 'nothing';
  const [only, ...others] = departments;
  return { ...reader, department: department ?? (others.length === 0 ? (only as string) : { in: departments }) };
}

/** That there is somebody to tell says that there is a ticket: to whom that ticket shows. */
function rowsToTell({ roles }: Principal): Where | 'nothing' {
  if (seesConfidential(roles)) return { toTell: true };
  return seesAllTickets(roles) ? { toTell: true, toTellOpen: true } : 'nothing';
}

/** What is still to be done by its date; the rest the newest first. */
export function orderOf({ open, overdue }: ProposalFilter): readonly string[] {
  return open === true || overdue === true ? ['dueBy'] : ['-raisedAt'];
}
