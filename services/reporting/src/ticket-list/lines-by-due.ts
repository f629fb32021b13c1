import type { Principal } from '@ledgerline/contracts';
import { isOpen, type Status } from '@ledgerline/domain';
import { instantText, InvalidCursor, type Query } from '@ledgerline/kernel';
import { cursorAt, pageAt } from '../deadline-sheet/due-deadlines.query.js';
import { never } from '../deadline-sheet/sheet-rows.js';
import { asksAboutTime, sheetLines, sheetWhere, withTime, type Lists, type SheetQuery, type TimedLine } from './due-lines.js';
import { canRepeat, fitAny, isFirstOf } from './once-each.js';
import { listedFor } from './listed-for.js';
import { ticketListCollection } from './ticket-list.projection.js';

type Walk = (asked: Pick<Query, 'limit' | 'cursor'>) => Promise<{
  readonly items: readonly TimedLine[];
  readonly next: string | undefined;
}>;

/** Pages that one answer may look through for a line that shows. */
const mostPages = 20;

/**
 * A list by due time, the earliest first or the latest. A sort leaves nothing out: after what has a due time comes what has none, first what is open,
 * then what is over, the newest first. Each is a walk along an index, one after the other, and a cursor says how far which of them is.
 */
export async function linesByDue(principal: Principal, lists: Lists, query: SheetQuery) {
  const { now, inner } = pageAt(query.cursor, query.now);
  const walks = walksOf(principal, lists, query, now);
  let [at, cursor] = placeIn(inner, walks.length);
  const items: TimedLine[] = [];
  for (let pages = 0; at < walks.length && items.length < query.limit && pages < mostPages; pages += 1) {
    const page = await (walks[at] as Walk)({
      limit: query.limit - items.length,
      ...(cursor === '' ? {} : { cursor }),
    });
    items.push(...page.items);
    [at, cursor] = page.next === undefined ? [at + 1, ''] : [at, page.next];
  }
  return { items, ...(at < walks.length ? { next: cursorAt(now, `${at}${cursor}`) } : {}) };
}

function walksOf(principal: Principal, lists: Lists, query: SheetQuery, now: string): readonly Walk[] {
  const where = sheetWhere(query, now);
  const timed = { ...where, due: where['due'] ?? { before: never } };
  const byDue: Walk = (asked) => sheetLines(principal, lists, { ...asked, where: timed, sort: query.sort }, now);
  if (where['due'] !== undefined) return [byDue];
  const untimed = { where: { ...where, due: never }, before: [timed] };
  const withoutDue: Walk = (asked) => sheetLines(principal, lists, { ...asked, ...untimed }, now);
  if (!canBeOver(query)) return [byDue, withoutDue];
  return [byDue, withoutDue, (asked) => linesOver(principal, lists, query, asked)];
}

/** Whether some of what is asked for stands on no sheet: no clock runs on it, so that nothing about time is true of it. */
function canBeOver({ where, time }: SheetQuery): boolean {
  const { open, status, scope } = where;
  if (asksAboutTime(time) || open === true) return false;
  return scope !== 'ticket' || status === undefined || !isOpen({ status: status as Status });
}

/** What is over and stands on no sheet: of it nothing is due, so that the newest goes first. */
async function linesOver(
  principal: Principal,
  { sheet, tickets }: Lists,
  { where, now }: Pick<SheetQuery, 'where' | 'now'>,
  asked: Parameters<Walk>[0],
): ReturnType<Walk> {
  const over = { where: { ...where, open: false }, sort: ['-registeredAt'] };
  const page = await tickets.find({ ...over, ...asked });
  const onSheet = await sheet.rowsOf(page.items.map(({ id }) => id));
  const lines = page.items.flatMap(({ id, row, document }) => {
    if (fitAny(onSheet.get(id) ?? [], [where])) return [];
    if (canRepeat(where) && !isFirstOf(row, ticketListCollection.rows(document), over)) return [];
    return listedFor(principal, undefined, document) ?? [];
  });
  return { items: await withTime(lines, sheet, { department: where['department'], now: instantText(now) }), next: page.next };
}

/** @throws InvalidCursor where it is none of such a list */
function placeIn(cursor: string | undefined, walks: number): [number, string] {
  if (cursor === undefined) return [0, ''];
  const at = Number(cursor.slice(0, 1));
  if (!/^\d/.test(cursor) || at >= walks) throw new InvalidCursor('not a cursor of a list by due time');
  return [at, cursor.slice(1)];
}
