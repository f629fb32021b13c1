import type { Principal, QueryRequest } from '@ledgerline/contracts';
import { sightOfProbation, withImplied, type ProbationSight } from '@ledgerline/domain';
import { pageOfRecords, type Ledgerline, type RecordList, type RecordPage, type Where } from '@ledgerline/host';
import { rulesOf } from '../rule-in-force.js';
import { probationsCollection, type ListedProbation } from './probation-list.projection.js';
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

/** `GET /probations`: whose last day comes first. Who has nothing to do with probations finds their own, where there is one. */
export async function listProbations(
  request: QueryRequest<ProbationFilter>,
  ledgerline: Ledgerline,
): Promise<RecordPage<ShownProbation>> {
  const { body, principal } = request;
  const list: RecordList<ListedProbation, SeenProbation> = {
    sort: ['lastDay'],
    where: () => rowsWanted(body, principal),
    show: (probation) => {
      const sight = sightOfProbation(probation, principal);
      return sight && (sight.requests || body.asked === undefined) ? { probation, sight } : undefined;
    },
  };
  const page = await pageOfRecords(probationsCollection, request, list, ledgerline);
  if (page.kind === 'problem') return page;
  const ruleOf = await rulesOf(
    page.items.map(({ probation }) => probation.rule),
    ledgerline,
  );
  return { ...page, items: page.items.map(({ probation, sight }) => listedProbation(probation, sight, ruleOf(probation.rule))) };
}

interface SeenProbation {
  readonly probation: ListedProbation;
  readonly sight: ProbationSight;
}

function rowsWanted(filter: ProbationFilter, principal: Principal): Where | 'nothing' {
  const { status, asked, lastDayBefore, mine } = filter;
  const seen = mine ? ownRows(principal) : visibleRows(filter, principal);
  if (seen === 'nothing') return seen;
  // That something was asked about them is not told to whoever it is about.
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

/** `sightOfProbation` has the last word; this is how its rows are found. The office sees every one, but not whether something was asked. */
function visibleRows({ department, asked }: ProbationFilter, principal: Principal): Where | 'nothing' {
  const all = withImplied(principal.roles);
  const one = department === undefined ? {} : { department };
  const everywhere = ['personnel', 'leader', 'auditor', ...(asked === undefined ? ['office'] : [])];
  if (everywhere.some((role) => all.has(role))) return one;
  if (!all.has('manager')) return ownRows(principal);
  const { departments } = principal;
  if (departments.includes('*')) return one;
  if (department !== undefined) return departments.includes(department) ? one : 'nothing';
  return departments.length === 0 ? 'nothing' : { department: { in: departments } };
}
