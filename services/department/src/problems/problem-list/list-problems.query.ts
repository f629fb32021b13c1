import { problem, type Principal, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { readersOfProblems, seesConfidential, seesProblem, withImplied } from '@ledgerline/domain';
import { whyUnseen, type Ledgerline } from '@ledgerline/host';
import { queryTermsOf, type Condition } from '@ledgerline/kernel';
import { countedInList, seenTickets } from '../../seen-tickets.js';
import { problemsCollection } from './problem-list.projection.js';
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

export type ProblemsAnswer =
  { readonly kind: 'page'; readonly items: readonly ReturnType<typeof shownProblem>[]; readonly next?: string } | Problem;

/** `GET /problems`: the newest first; those that one ticket comes of, or would fit. */
export async function listProblems(
  { body, principal, after }: QueryRequest<ProblemFilter>,
  ledgerline: Ledgerline,
): Promise<ProblemsAnswer> {
  const held = withImplied(principal.roles);
  if (!readersOfProblems.some((role) => held.has(role))) return problem('not-allowed');
  const collection = await ledgerline.live(problemsCollection);
  const why = await whyUnseen(collection, after, ledgerline);
  if (why) return problem(why);
  const { ticket, q, limit = 50, cursor } = body;
  const terms = q === undefined ? [] : queryTermsOf(q);
  const isHopeless = q !== undefined && terms.length === 0;
  if (isHopeless || (ticket !== undefined && !(await seenTickets([ticket], principal, ledgerline)).seen.has(ticket)))
    return { kind: 'page', items: [] };
  const where = { ...rowsWanted(body), ...readerOf(body.department, principal) };
  const how = q === undefined ? { sort: ['-openedAt'] } : { terms };
  const page = await collection.find({ where, ...how, limit, ...(cursor === undefined ? {} : { cursor }) });
  const items = page.items
    .map(({ document }) => document)
    .filter((one) => seesProblem(one, principal))
    .map((one) => {
      const counted = countedInList(one.tickets, principal);
      return shownProblem(one, counted && { linked: counted.length });
    });
  return { kind: 'page', items, ...(page.next === undefined ? {} : { next: page.next }) };
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
