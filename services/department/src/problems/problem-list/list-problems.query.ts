import { problem, type Principal, type QueryRequest } from '@ledgerline/contracts';
import { readersOfProblems, seesConfidential, seesProblem, withImplied } from '@ledgerline/domain';
import { pageOfRecords, type Ledgerline } from '@ledgerline/host';
import type { Condition } from '@ledgerline/kernel';
import { countedInList, showsTicket } from '../../seen-tickets.js';
import { problemsCollection, type ListedProblem } from './problem-list.projection.js';
import { shownProblem } from './shown-problem.js';

export interface ProblemFilter {
  readonly status?: string;
  readonly resolved?: boolean;
  readonly department?: string;
  /** Id of a ticket: what it comes of. */
  readonly ticket?: string;
  /** What a ticket is about: problems, not resolved, that it fits. */
  readonly fitsItem?: string;
  readonly fitsProduct?: string;
  readonly fitsKind?: string;
  readonly q?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

/** `GET /problems`: the newest first; those that one ticket comes of, or would fit. */
export async function listProblems(request: QueryRequest<ProblemFilter>, ledgerline: Ledgerline) {
  const { body, principal } = request;
  const held = withImplied(principal.roles);
  if (!readersOfProblems.some((role) => held.has(role))) return problem('not-allowed');
  const list = {
    sort: ['-openedAt'],
    where: async () =>
      (await showsTicket(body.ticket, principal, ledgerline))
        ? { ...rowsWanted(body), ...readerOf(body.department, principal) }
        : ('nothing' as const),
    show: (one: ListedProblem) => {
      if (!seesProblem(one, principal)) return undefined;
      const counted = countedInList(one.tickets, principal);
      return shownProblem(one, counted && { linked: counted.length });
    },
  };
  return pageOfRecords(problemsCollection, request, list, ledgerline);
}

function rowsWanted(filter: ProblemFilter): Readonly<Record<string, Condition>> {
  const { status, resolved, department, ticket, fitsItem, fitsProduct, fitsKind } = filter;
  const orAny = (value: string | undefined): Condition => (value === undefined ? '' : { in: ['', value] });
  return {
    kind: ticket === undefined ? 'problem' : 'ticket',
    ...(ticket === undefined ? {} : { ticket }),
    ...(status === undefined ? {} : { status }),
    ...(resolved === undefined ? {} : { resolved }),
    ...(department === undefined ? {} : { department }),
    ...(fitsItem === undefined ? {} : { item: fitsItem, resolved: false, product: orAny(fitsProduct), about: orAny(fitsKind) }),
  };
}

/** What came of a confidential ticket is found by those who see such tickets, and by managers in their own department's list. */
function readerOf(department: string | undefined, { roles, departments }: Principal): Readonly<Record<string, Condition>> {
  const isOwnList = department !== undefined && departments.includes(department) && withImplied(roles).has('manager');
  return seesConfidential(roles) || isOwnList ? {} : { reader: 'open' };
}
