import type { Problem, QueryRequest } from '@ledgerline/contracts';
import type { ClockName } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText, type Condition, type Row } from '@ledgerline/kernel';
import { visibleTo } from '../ticket-list/visible-rows.js';
import { waitFor } from '../wait-for.js';
import { deadlineSheetCollection } from './deadline-sheet.projection.js';
import { never } from './sheet-rows.js';

/** Instants are RFC 3339 in UTC with milliseconds. */
export interface DeadlineFilter {
  readonly department?: string;
  readonly handler?: string;
  readonly clock?: string;
  readonly level?: string;
  readonly part?: string;
  readonly held?: boolean;
  readonly overdue?: boolean;
  readonly due?: DueRange;
  readonly limit?: number;
  readonly cursor?: string;
}

/** From the first instant (or the beginning) up to the second. */
export interface DueRange {
  readonly from?: string;
  readonly before: string;
}

/** A clock that has not ended, with whose it is. `due` of one that is held is as it was when the hold began. */
export interface DueDeadline {
  readonly ticket?: string;
  readonly number?: string;
  /** Instead of a ticket: the missed call that has to be returned. */
  readonly contact?: string;
  readonly clock: string;
  readonly instance: string;
  readonly state: string;
  readonly due: string | null;
  readonly overdue: boolean;
  readonly department?: string;
  readonly part?: string;
  readonly handler?: string;
  readonly holder: { readonly who: string; readonly department?: string };
  readonly status: string;
  /** Of tickets alone. */
  readonly level?: string;
  readonly kind?: string;
  readonly item?: string;
  readonly site: string;
  readonly confidential: boolean;
}

export type DueDeadlinesAnswer =
  { readonly kind: 'page'; readonly items: readonly DueDeadline[]; readonly next?: string } | Problem;

/** R5: what is due next, over all tickets that the asker may see, from the sheet's rows alone. */
export async function dueDeadlines(
  request: QueryRequest<DeadlineFilter>,
  ledgerline: Pick<Ledgerline, 'clock' | 'live' | 'store' | 'watch'>,
): Promise<DueDeadlinesAnswer> {
  const sheet = await ledgerline.live(deadlineSheetCollection);
  const behind = await waitFor(request.after, sheet, ledgerline);
  if (behind) return behind;
  const { limit = 50, cursor, due, overdue, ...filters } = request.body;
  const { now, inner } = pageAt(cursor, ledgerline.clock.now());
  const seen = visibleTo(request.principal, filters.department);
  if (seen === 'nothing') return { kind: 'page', items: [] };
  const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
  const where = { scope: 'clock', ...given, ...seen, ...dueConditions({ due, overdue }, now) } as Record<string, Condition>;
  const page = await sheet.findRows({ where, sort: ['due'], limit, ...(inner === undefined ? {} : { cursor: inner }) });
  const items = page.items.map(({ id, row }) => shown(id, row, now));
  return { kind: 'page', items, ...(page.next === undefined ? {} : { next: cursorAt(now, page.next) }) };
}

/** The pages of one list are all of the moment of its first: what is late by then. */
export function pageAt(cursor: string | undefined, clock: number): { readonly now: string; readonly inner: string | undefined } {
  const [, moment, inner] = /^(\d{1,15})_([\s\S]+)$/.exec(cursor ?? '') ?? [];
  if (moment !== undefined && Number(moment) < latestInstant) return { now: instantText(Number(moment)), inner };
  return { now: instantText(clock), inner: cursor };
}

export function cursorAt(now: string, next: string): string {
  return `${Temporal.Instant.from(now).epochMilliseconds}_${next}`;
}

/** The year 9999, after which RFC 3339 has no words. */
const latestInstant = 253_402_300_800_000;

/** What is late has run out before now, so that the walk along the due times ends there. */
export function dueConditions(
  { due, overdue }: { readonly due?: DueRange | undefined; readonly overdue?: boolean | undefined },
  now: string,
): { readonly due?: Condition; readonly lateAfter?: Condition } {
  const before = overdue && (due === undefined || now < due.before) ? now : due?.before;
  const range = { ...(due?.from === undefined ? {} : { from: due.from }), ...(before === undefined ? {} : { before }) };
  return {
    ...(before === undefined ? {} : { due: range }),
    ...(overdue === undefined ? {} : { lateAfter: overdue ? { before: now } : { from: now } }),
  };
}

/** The one clock that runs on a contact. */
const ofContacts: ClockName = 'return-call';
/** The one that is over with its due time, without verdict; its row stays until something happens to its assignment. */
const lapses: ClockName = 'return-request';

/** Columns that are shown where there is something in them. */
const [ofDepartments, ofTickets] = [['department', 'part', 'handler'] as const, ['number', 'level', 'kind', 'item'] as const];

/** Made member by member: it is done two hundred times for a page. */
function shown(id: string, row: Row, now: string): DueDeadline {
  const text = (name: string) => row[name] as string;
  const [who, department, isLate] = [text('who'), text('with'), text('lateAfter') < now];
  const isLapsed = text('clock') === lapses && text('due') < now;
  const line: { -readonly [Name in keyof DueDeadline]: DueDeadline[Name] } = {
    clock: text('clock'),
    instance: text('instance'),
    state: isLate ? 'breached' : isLapsed ? 'lapsed' : text('state'),
    due: text('due') === never ? null : text('due'),
    overdue: isLate,
    holder: who === 'lead' || who === 'manager' ? { who, department } : { who },
    status: text('status'),
    site: text('site'),
    confidential: row['reader'] !== 'open',
  };
  line[line.clock === ofContacts ? 'contact' : 'ticket'] = id;
  for (const name of ofDepartments) if (row[name] !== '') line[name] = text(name);
  for (const name of ofTickets) if (row[name] !== '') line[name] = text(name);
  return line;
}
