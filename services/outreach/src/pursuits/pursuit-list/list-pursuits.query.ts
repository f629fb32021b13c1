import { problem, type Principal, type QueryRequest } from '@ledgerline/contracts';
import { seesCallers, seesPursuit, withImplied, type PursuitKind } from '@ledgerline/domain';
import { accountIdOf, pageOfRecords, type Ledgerline } from '@ledgerline/host';
import { instantText, type Condition } from '@ledgerline/kernel';
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
  const where = rowsWanted(body, principal, ledgerline);
  const list = {
    where: () => where,
    sort: ['underWay' in where ? 'dueBy' : '-openedAt'],
    show: (one: ListedPursuit) => (seesPursuit(one, principal) ? one : undefined),
  };
  const page = await pageOfRecords(pursuitsCollection, request, list, ledgerline);
  if (page.kind === 'problem') return page;
  const known = await callPermissions([...new Set(page.items.map(({ customer }) => customer))], ledgerline);
  return { ...page, items: page.items.map((one) => shownPursuit(one, known.get(one.customer), principal)) };
}

/** Whoever sees callers has all before them, a manager their department's, everybody else who works here their own. */
function rowsWanted(filter: PursuitFilter, principal: Principal, ledgerline: Ledgerline): Readonly<Record<string, Condition>> {
  const { of, stage, overdue, department, customer } = filter;
  const open = filter.open ?? (overdue ? true : undefined);
  const owner = ownerWanted(filter, principal, ledgerline);
  return {
    kind: 'pursuit',
    of,
    ...(stage === undefined ? {} : { stage }),
    ...(owner === undefined ? {} : { owner }),
    ...(department === undefined ? {} : { department }),
    ...(customer === undefined ? {} : { customer }),
    ...(open === undefined ? {} : { underWay: open }),
    ...(overdue ? { dueBy: { before: instantText(ledgerline.clock.now()) } } : {}),
  };
}

function ownerWanted(
  { mine, owner, department }: PursuitFilter,
  principal: Principal,
  ledgerline: Ledgerline,
): string | undefined {
  const { roles, departments, id, onBehalfOf = id } = principal;
  const isOwnDepartment = department !== undefined && departments.includes(department) && withImplied(roles).has('manager');
  if (mine || !(seesCallers(roles) || isOwnDepartment)) return onBehalfOf;
  return owner === undefined ? undefined : accountIdOf(owner, ledgerline);
}

function hasPursuits({ roles }: Principal): boolean {
  return seesCallers(roles) || withImplied(roles).has('handler');
}
