import { problem, type Principal, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { readersFor, seesAllTickets, seesCallers } from '@ledgerline/domain';
import { sleep, type Ledgerline } from '@ledgerline/host';
import {
  InvalidCursor,
  LogRestored,
  queryTermsOf,
  UndeclaredQuery,
  UnknownPosition,
  type Collection,
  type Condition,
  type Position,
} from '@ledgerline/kernel';
import type { ListedLine } from './listed-for.js';
import { shownCount, shownPage } from './shown-page.js';
import { ticketListCollection } from './ticket-list.projection.js';

export interface TicketListFilter {
  readonly status?: string;
  readonly open?: boolean;
  readonly department?: string;
  readonly part?: string;
  readonly handler?: string;
  readonly level?: string;
  readonly kind?: string;
  readonly item?: string;
  readonly site?: string;
  readonly number?: string;
  readonly q?: string;
  readonly sort?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

export type TicketListAnswer = { readonly kind: 'page'; readonly items: readonly ListedLine[]; readonly next?: string } | Problem;

/** Work lists. What the asker may not see is not found, not counted, not hinted at (rule 11). */
export async function listTickets(request: QueryRequest<TicketListFilter>, ledgerline: Ledgerline): Promise<TicketListAnswer> {
  const collection = await ledgerline.live(ticketListCollection);
  const behind = await waitFor(request.after, collection, ledgerline);
  if (behind) return behind;
  const query = queryOf(request);
  if (query === 'nothing') return { kind: 'page', items: [] };
  try {
    return { kind: 'page', ...(await shownPage(request.principal, collection, query)) };
  } catch (error) {
    if (error instanceof InvalidCursor) return problem('invalid-cursor');
    if (error instanceof UndeclaredQuery) return problem('unsupported-sort');
    throw error;
  }
}

/** How many match, counted up to 10,000. */
export async function countTickets(request: QueryRequest<TicketListFilter>, ledgerline: Ledgerline) {
  const query = queryOf(request);
  if (query === 'nothing') return { kind: 'count' as const, count: 0, exact: true };
  const collection = await ledgerline.live(ticketListCollection);
  if (query.terms !== undefined && !seesCallers(request.principal.roles))
    return { kind: 'count' as const, ...(await shownCount(request.principal, collection, query)) };
  const count = await collection.count(query, 10_000);
  return { kind: 'count' as const, count, exact: count < 10_000 };
}

function queryOf({ body, principal }: QueryRequest<TicketListFilter>) {
  const { q, sort = '-registeredAt', limit = 50, cursor, number, ...filters } = body;
  const where: Record<string, Condition> = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
  const seen = visibleTo(principal, filters.department);
  if (seen === 'nothing') return 'nothing';
  Object.assign(where, seen);
  const byPart = ['department', 'part', 'handler'].some((name) => where[name] !== undefined);
  where['scope'] = byPart ? 'part' : 'ticket';
  if (number !== undefined) where['number'] = number;
  const terms = q === undefined ? undefined : queryTermsOf(q);
  if (terms && terms.length === 0) return 'nothing';
  return {
    where,
    sort: number === undefined ? [sort] : [],
    limit,
    ...(cursor === undefined ? {} : { cursor }),
    ...(terms === undefined ? {} : { terms }),
  };
}

/** Rule 11: what rows of a department's part (or of tickets) the asker may see; `department` is the one asked about. */
export function visibleTo(
  principal: Principal,
  department: string | undefined,
): 'nothing' | { readonly department?: Condition; readonly reader?: Condition } {
  const everywhere = seesAllTickets(principal.roles);
  const readers = readersFor(principal, !everywhere || holds(principal, department));
  const reader = readers === undefined ? {} : { reader: readers.length === 1 ? String(readers[0]) : { in: readers } };
  if (everywhere) return reader;
  if (principal.departments.length === 0) return 'nothing';
  if (department !== undefined && !principal.departments.includes(department)) return 'nothing';
  const [only, ...others] = principal.departments;
  return { ...reader, department: department ?? (others.length === 0 ? (only as string) : { in: principal.departments }) };
}

/** A department's own list has its confidential tickets too. */
function holds({ departments }: Principal, department: string | undefined): boolean {
  return department !== undefined && departments.includes(department);
}

/** Waits, at most 2 s, until the read model has seen a position. */
export async function waitFor(
  after: string | undefined,
  collection: Pick<Collection<unknown>, 'checkpoint'>,
  { store }: Pick<Ledgerline, 'store'>,
): Promise<Problem | undefined> {
  if (after === undefined) return undefined;
  const until = performance.now() + 2_000;
  try {
    for (;;) {
      const checkpoint = await collection.checkpoint();
      if (checkpoint && store.compare(checkpoint.position, after as Position) >= 0) return undefined;
      if (performance.now() > until) return problem('read-model-behind');
      await sleep(10);
    }
  } catch (error) {
    if (error instanceof LogRestored) return problem('log-restored');
    if (error instanceof UnknownPosition) return problem('unknown-position');
    throw error;
  }
}
