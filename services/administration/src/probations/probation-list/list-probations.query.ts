import { problem, type Principal, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { sightOfProbation, withImplied } from '@ledgerline/domain';
import { whyUnseen, type Ledgerline } from '@ledgerline/host';
import { queryTermsOf, type Condition } from '@ledgerline/kernel';
import { ruleOf } from '../rule-in-force.js';
import { probationsCollection } from './probation-list.projection.js';
import { listedProbation, type ShownProbation } from './shown-probation.js';

export interface ProbationFilter {
  readonly status?: string;
  readonly department?: string;
  /** Something waits for an approval. */
  readonly asked?: boolean;
  /** Whose last day comes before this date. */
  readonly lastDayBefore?: string;
  /** One's own. */
  readonly mine?: boolean;
  readonly q?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

type Where = Readonly<Record<string, Condition>>;
type Answer = { readonly kind: 'page'; readonly items: readonly ShownProbation[]; readonly next?: string } | Problem;

/** `GET /probations`: whose last day comes first. Who has nothing to do with probations finds their own, where there is one. */
export async function listProbations(
  { body, principal, after }: QueryRequest<ProbationFilter>,
  ledgerline: Ledgerline,
): Promise<Answer> {
  const collection = await ledgerline.live(probationsCollection);
  const why = await whyUnseen(collection, after, ledgerline);
  if (why) return problem(why);
  const { q, limit = 50, cursor } = body;
  const terms = q === undefined ? [] : queryTermsOf(q);
  const where = rowsWanted(body, principal);
  if (where === 'nothing' || (q !== undefined && terms.length === 0)) return { kind: 'page', items: [] };
  const how = q === undefined ? { sort: ['lastDay'] } : { terms };
  const page = await collection.find({ where, ...how, limit, ...(cursor === undefined ? {} : { cursor }) });
  const items: ShownProbation[] = [];
  for (const { document } of page.items) {
    const sight = sightOfProbation(document, principal);
    if (sight !== undefined) items.push(listedProbation(document, sight, await ruleOf(document.rule, ledgerline)));
  }
  return { kind: 'page', items, ...(page.next === undefined ? {} : { next: page.next }) };
}

function rowsWanted(filter: ProbationFilter, principal: Principal): Where | 'nothing' {
  const seen = filter.mine ? ownRows(principal) : visibleRows(filter.department, principal);
  if (seen === 'nothing') return seen;
  const { status, asked, lastDayBefore } = filter;
  // That something was asked about them is not told to whoever it is about, nor to the office.
  if (asked !== undefined && 'account' in seen) return 'nothing';
  return {
    ...seen,
    ...(status === undefined ? {} : { status }),
    ...(asked === undefined ? {} : { asked }),
    ...(lastDayBefore === undefined ? {} : { lastDay: { before: lastDayBefore } }),
  };
}

function ownRows({ id, onBehalfOf = id }: Principal): Where {
  return { account: onBehalfOf };
}

/** `sightOfProbation` has the last word; this is how its rows are found. */
function visibleRows(department: string | undefined, principal: Principal): Where | 'nothing' {
  const all = withImplied(principal.roles);
  const one = department === undefined ? {} : { department };
  if (['personnel', 'leader', 'auditor', 'office'].some((role) => all.has(role))) return one;
  if (!all.has('manager')) return ownRows(principal);
  const { departments } = principal;
  if (departments.includes('*')) return one;
  if (department !== undefined) return departments.includes(department) ? one : 'nothing';
  return departments.length === 0 ? 'nothing' : { department: { in: departments } };
}
