import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { seesCallers } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText, queryTermsOf, UndeclaredQuery, type Condition, type Query } from '@ledgerline/kernel';
import { customersOf } from '../contact-list/contact-list.query.js';
import { deadlineSheetCollection } from '../deadline-sheet/deadline-sheet.projection.js';
import { rowFields } from '../deadline-sheet/sheet-rows.js';
import { waitFor } from '../wait-for.js';
import { asksAboutTime, fitsTime, registeredLines, sheetWhere, withTime, type TimedLine, type TimeFilter } from './due-lines.js';
import { linesByDue } from './lines-by-due.js';
import { canRepeat, countOnce } from './once-each.js';
import { shownCount, shownPage } from './shown-page.js';
import { sortOfList } from './sort-of-list.js';
import { ticketListCollection } from './ticket-list.projection.js';
import { visibleTo } from './visible-rows.js';

export interface TicketListFilter extends TimeFilter {
  readonly status?: string;
  readonly open?: boolean;
  readonly department?: string;
  readonly part?: string;
  readonly handler?: string;
  readonly level?: string;
  readonly kind?: string;
  readonly item?: string;
  /** Id of a parent event: its children. */
  readonly event?: string;
  readonly site?: string;
  /** What waits on it, any of these: an `AwaitedCommand`. With a department, on its part. */
  readonly awaits?: readonly string[];
  /** Ids of one customer: its own and those of its other identities. */
  readonly customers?: readonly string[];
  readonly customer?: string;
  /** A number written in any way. */
  readonly phone?: string;
  readonly number?: string;
  readonly q?: string;
  /** Fields with commas between, `-` descends. */
  readonly sort?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

export type TicketListAnswer = { readonly kind: 'page'; readonly items: readonly TimedLine[]; readonly next?: string } | Problem;

/** Work lists. What the asker may not see is not found, not counted, not hinted at (rule 11). */
export async function listTickets(request: QueryRequest<TicketListFilter>, ledgerline: Ledgerline): Promise<TicketListAnswer> {
  const collection = await ledgerline.live(ticketListCollection);
  const behind = await waitFor(request.after, collection, ledgerline);
  if (behind) return behind;
  const sheet = await ledgerline.live(deadlineSheetCollection);
  const late = await waitFor(request.after, sheet, ledgerline);
  if (late) return late;
  const asked = await withCustomers(request, ledgerline);
  if ('code' in asked) return asked;
  const query = queryOf(asked);
  if (query === 'nothing') return { kind: 'page', items: [] };
  const { principal, body } = asked;
  const now = ledgerline.clock.now();
  try {
    const sort = body.number === undefined ? sortOfList(body.sort ?? '-registeredAt', query.where) : [];
    const isByDue = sort.some((field) => /^-?due$/.test(field));
    if ((asksAboutTime(body) || isByDue) && isOfSheet(query)) {
      const lists = { sheet, tickets: collection };
      const lines = isByDue ? linesByDue : registeredLines;
      return { kind: 'page', ...(await lines(principal, lists, { ...query, time: body, sort, now })) };
    }
    const { items, ...rest } = await shownPage(principal, collection, { ...query, sort });
    const timed = await withTime(items, sheet, { department: query.where['department'], now: instantText(now) });
    return { kind: 'page', items: timed.filter((line) => fitsTime(line, body)), ...rest };
  } catch (error) {
    if (error instanceof UndeclaredQuery) return { ...problem('unsupported-sort'), errors: [unsupported] };
    throw error;
  }
}

const unsupported = { pointer: '/sort', detail: 'is no order that this list has with these filters' };

/** How many match, counted up to 10,000. */
export async function countTickets(request: QueryRequest<TicketListFilter>, ledgerline: Ledgerline) {
  const asked = await withCustomers(request, ledgerline);
  if ('code' in asked) return asked;
  const query = queryOf(asked);
  if (query === 'nothing') return { kind: 'count' as const, count: 0, exact: true };
  if (asksAboutTime(request.body)) {
    if (!isOfSheet(query)) return countOneByOne(request, ledgerline);
    const sheet = await ledgerline.live(deadlineSheetCollection);
    const where = sheetWhere({ where: query.where, time: request.body }, instantText(ledgerline.clock.now()));
    const open = await (canRepeat(where) ? countOnce(sheet, { where }, 10_000) : sheet.count({ where }, 10_000));
    return { kind: 'count' as const, count: open, exact: open < 10_000 };
  }
  const collection = await ledgerline.live(ticketListCollection);
  if (query.terms !== undefined && !seesCallers(request.principal.roles))
    return { kind: 'count' as const, ...(await shownCount(request.principal, collection, query)) };
  const count = await (canRepeat(query.where) ? countOnce(collection, query, 10_000) : collection.count(query, 10_000));
  return { kind: 'count' as const, count, exact: count < 10_000 };
}

/** Whose tickets: by number or customer only for those who may know who called. */
async function withCustomers(
  request: QueryRequest<TicketListFilter>,
  ledgerline: Ledgerline,
): Promise<QueryRequest<TicketListFilter> | Problem> {
  const { phone, customer, ...body } = request.body;
  if (phone === undefined && customer === undefined) return request;
  if (!seesCallers(request.principal.roles)) return problem('not-allowed');
  const words = phone === undefined ? [] : await customersOf({ phone }, ledgerline);
  const customers = phone === undefined ? [customer as string] : customer === undefined || words.includes(customer) ? words : [];
  return { ...request, body: { ...body, customers } };
}

/** What the sheet's rows can be asked for; searches and callers stand in the list alone. */
function isOfSheet({ where, terms }: Pick<Query, 'where' | 'terms'>): boolean {
  return terms === undefined && Object.keys(where).every((field) => Object.hasOwn(rowFields, field));
}

/** A search that asks about time too is looked through line by line, up to a thousand. */
async function countOneByOne(request: QueryRequest<TicketListFilter>, ledgerline: Ledgerline) {
  let [count, cursor] = [0, undefined as string | undefined];
  for (let pages = 0; pages < 5; pages += 1) {
    const body = { ...request.body, limit: 200, ...(cursor === undefined ? {} : { cursor }) };
    const page = await listTickets({ ...request, body }, ledgerline);
    if (page.kind !== 'page') break;
    count += page.items.length;
    cursor = page.next;
    if (cursor === undefined) return { kind: 'count' as const, count, exact: true };
  }
  return { kind: 'count' as const, count, exact: false };
}

function queryOf({ body, principal }: QueryRequest<TicketListFilter>) {
  const {
    q,
    sort: _sort,
    limit = 50,
    cursor,
    number,
    customers,
    awaits,
    due: _due,
    overdue: _overdue,
    held: _held,
    holder: _holder,
    ...filters
  } = body;
  const where: Record<string, Condition> = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
  const seen = visibleTo(principal, filters.department);
  if (seen === 'nothing') return 'nothing';
  Object.assign(where, seen);
  const byPart = ['department', 'part', 'handler'].some((name) => where[name] !== undefined);
  where['scope'] = awaits !== undefined ? 'awaited' : byPart ? 'part' : 'ticket';
  if (awaits !== undefined) where['awaits'] = awaits.length === 1 ? (awaits[0] as string) : { in: awaits };
  if (number !== undefined) where['number'] = number;
  if (customers?.length === 0) return 'nothing';
  if (customers !== undefined) where['customer'] = customers.length === 1 ? (customers[0] as string) : { in: customers };
  const terms = q === undefined ? undefined : queryTermsOf(q);
  if (terms && terms.length === 0) return 'nothing';
  return {
    where,
    limit,
    ...(cursor === undefined ? {} : { cursor }),
    ...(terms === undefined ? {} : { terms }),
  };
}
