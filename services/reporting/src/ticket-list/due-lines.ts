import type { Principal } from '@ledgerline/contracts';
import type { Collection, Condition, Query, Row } from '@ledgerline/kernel';
import type { DeadlineSheet } from '../deadline-sheet/deadline-sheet.js';
import { cursorAt, dueConditions, pageAt, type DueRange } from '../deadline-sheet/due-deadlines.query.js';
import { anyTime, never } from '../deadline-sheet/sheet-rows.js';
import { canRepeat, fitAny, isFirstOf } from './once-each.js';
import { listedFor, type ListedLine } from './listed-for.js';
import type { ListedTicket } from './ticket-list.projection.js';

/** What a list asks about time: `holder` is a department, `call-centre`, `caller` or `third-party`. */
export interface TimeFilter {
  readonly due?: DueRange;
  readonly overdue?: boolean;
  readonly held?: boolean;
  readonly holder?: string;
}

/** What is due next on a ticket, and who has it now; nothing of a ticket on which no clock runs. */
export interface TimeOfTicket {
  readonly clock?: string;
  readonly due?: string;
  readonly overdue?: boolean;
  readonly held?: boolean;
  readonly holder?: { readonly who: string; readonly department?: string };
}

export type TimedLine = ListedLine & TimeOfTicket;

export interface SheetQuery {
  readonly where: Readonly<Record<string, Condition>>;
  readonly time: TimeFilter;
  readonly sort: readonly string[];
  readonly limit: number;
  readonly cursor?: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export interface Lists {
  readonly sheet: Pick<Collection<DeadlineSheet>, 'findRows' | 'rowsOf'>;
  readonly tickets: Pick<Collection<ListedTicket>, 'getMany' | 'find'>;
}

export function asksAboutTime({ due, overdue, held, holder }: TimeFilter): boolean {
  return [due, overdue, held, holder].some((given) => given !== undefined);
}

/** The sheet's fields for a list's: what was registered when stands there as `since`. */
export function sheetWhere(
  { where, time }: Pick<SheetQuery, 'where' | 'time'>,
  now: string,
): Readonly<Record<string, Condition>> {
  const { held, holder, due, overdue } = time;
  return {
    ...where,
    ...(held === undefined ? {} : { held }),
    ...(holder === undefined ? {} : { holder }),
    ...dueConditions({ due, overdue }, now),
  };
}

/** A page by registration of what the sheet finds: tickets on which some clock runs. */
export async function registeredLines(principal: Principal, lists: Lists, query: SheetQuery) {
  const { now, inner } = pageAt(query.cursor, query.now);
  const where = { ...sheetWhere(query, now), since: anyTime };
  const asked = { where, sort: query.sort.map((field) => field.replace('registeredAt', 'since')), limit: query.limit };
  const { items, next } = await sheetLines(
    principal,
    lists,
    { ...asked, ...(inner === undefined ? {} : { cursor: inner }) },
    now,
  );
  return { items, ...(next === undefined ? {} : { next: cursorAt(now, next) }) };
}

/** A page of one walk along the sheet. `before`: where the walks before it went, whose tickets it passes over. */
export async function sheetLines(
  principal: Principal,
  { sheet, tickets }: Lists,
  { before = [], ...asked }: Query & { readonly before?: readonly Query['where'][] },
  now: string,
) {
  const page = await sheet.findRows(asked);
  const all = canRepeat(asked.where) ? await sheet.rowsOf(page.items.map(({ id }) => id)) : undefined;
  const isListedHere = (row: Row, others: readonly Row[]) => !fitAny(others, before) && isFirstOf(row, others, asked);
  const once = page.items.filter(({ id, row }) => all === undefined || isListedHere(row, all.get(id) ?? []));
  const rows = new Map(once.map(({ id, row }) => [id, row]));
  const documents = await tickets.getMany([...rows.keys()]);
  const items = [...rows].flatMap(([id, row]): readonly TimedLine[] => {
    const document = documents.get(id)?.document;
    const line = document && listedFor(principal, undefined, document);
    return line === undefined ? [] : [{ ...line, ...timeOf(row, now) }];
  });
  return { items, next: page.next };
}

/** The same words for lines that were found otherwise; where a department was asked about, of its part. */
export async function withTime(
  lines: readonly ListedLine[],
  sheet: Lists['sheet'],
  { department, now }: { readonly department: Condition | undefined; readonly now: string },
): Promise<readonly TimedLine[]> {
  const rows = await sheet.rowsOf(lines.map(({ id }) => id));
  return lines.map((line) => {
    const own = rows.get(line.id)?.filter(({ scope }) => scope === 'ticket' || scope === 'part') ?? [];
    const row = own.find((one) => one['scope'] === 'part' && one['department'] === department) ?? own[0];
    return row === undefined ? line : { ...line, ...timeOf(row, now) };
  });
}

/** True of a line whose row on the sheet has what was asked about time. */
export function fitsTime(line: TimedLine, { due, overdue, held, holder }: TimeFilter): boolean {
  const at = line.due ?? never;
  return (
    (held === undefined || line.held === held) &&
    (overdue === undefined || line.overdue === overdue) &&
    (holder === undefined || (line.holder?.department ?? line.holder?.who) === holder) &&
    (due === undefined || (line.due !== undefined && (due.from === undefined || at >= due.from) && at < due.before))
  );
}

function timeOf(row: Row, now: string): TimeOfTicket {
  const [who, holder, due] = [String(row['who']), String(row['holder']), String(row['due'])];
  return {
    ...(due === never ? {} : { clock: clockIn(String(row['instance'])), due }),
    overdue: String(row['lateAfter']) < now,
    held: row['held'] === true,
    holder: who === 'lead' || who === 'manager' ? { who, department: holder } : { who },
  };
}

/** `handle:1` is of `handle`. */
function clockIn(instance: string): string {
  return instance.slice(0, instance.indexOf(':'));
}
