import { problem, type Principal, type QueryRequest } from '@ledgerline/contracts';
import { answersForDepartment, seesCallers, seesPursuit, withImplied, type PursuitKind } from '@ledgerline/domain';
import { accountIdOf, pageOfRecords, type Ledgerline, type Where } from '@ledgerline/host';
import { instantText, isOther } from '@ledgerline/kernel';
import { callPermissions } from '../../customer-base.js';
import { pursuitsCollection, type ListedPursuit } from './pursuit-list.projection.js';
import { shownPursuit } from './shown-pursuit.js';

export interface PursuitFilter {
  readonly of: PursuitKind;
  readonly stage?: string;
  readonly open?: boolean;
  readonly overdue?: boolean;
  readonly mine?: boolean;
  /** A username. */
  readonly owner?: string;
  readonly department?: string;
  readonly customer?: string;
  readonly q?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

/** `GET /leads`, `GET /at-risk-customers`: what is under way by date, the rest with the newest first; of them those that show to whoever asks. */
export async function listPursuits(request: QueryRequest<PursuitFilter>, ledgerline: Ledgerline) {
  const { body, principal } = request;
  if (!hasPursuits(principal)) return problem('not-allowed');
  const { open, overdue } = body;
  const list = {
    where: () => rowsWanted(body, principal, ledgerline),
    sort: [open === undefined && !overdue ? '-openedAt' : 'dueBy'],
    show: (one: ListedPursuit) => (seesPursuit(one, principal) ? one : undefined),
  };
  const page = await pageOfRecords(pursuitsCollection, request, list, ledgerline);
  if (page.kind === 'problem') return page;
  const known = await callPermissions([...new Set(page.items.map(({ customer }) => customer))], ledgerline);
  return { ...page, items: page.items.map((one) => shownPursuit(one, known.get(one.customer), principal)) };
}

/** Of the rows that the asker may find those that they ask for; `nothing` where these are another's. */
function rowsWanted(filter: PursuitFilter, principal: Principal, ledgerline: Ledgerline): Where | 'nothing' {
  const { of, stage, overdue, department, customer } = filter;
  const open = filter.open ?? (overdue ? true : undefined);
  const owner = filter.owner === undefined ? undefined : accountIdOf(filter.owner, ledgerline);
  const seen = rowsSeen(filter, principal);
  if (owner !== undefined && isOther(seen['owner'], owner)) return 'nothing';
  return {
    kind: 'pursuit',
    of,
    ...(stage === undefined ? {} : { stage }),
    ...(customer === undefined ? {} : { customer }),
    ...(open === undefined ? {} : { underWay: open }),
    ...(overdue ? { dueBy: { before: instantText(ledgerline.clock.now()) } } : {}),
    ...(owner === undefined ? {} : { owner }),
    ...seen,
    ...(department === undefined ? {} : { department }),
  };
}

/** Whoever sees callers has all before them, a manager their departments', everybody else who works here their own (`seesPursuit` has the last word). */
function rowsSeen({ mine, department }: PursuitFilter, principal: Principal): Where {
  const { roles, departments, id, onBehalfOf = id } = principal;
  const own = { owner: onBehalfOf };
  if (mine) return own;
  if (seesCallers(roles)) return {};
  if (department !== undefined) return answersForDepartment(principal, department) ? {} : own;
  const theirs = departments.filter((one) => answersForDepartment(principal, one));
  if (theirs.includes('*')) return {};
  return theirs.length === 0 ? own : { department: { in: theirs } };
}

function hasPursuits({ roles }: Principal): boolean {
  return seesCallers(roles) || withImplied(roles).has('handler');
}
