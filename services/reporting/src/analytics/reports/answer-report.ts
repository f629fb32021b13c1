import type { Principal } from '@ledgerline/contracts';
import type { AnalyticsParts } from '@ledgerline/host';
import type { Ask, FactAnswer } from '@ledgerline/kernel';
import type { WordList } from '../fill/word-list.js';
import { visibleAgents, visibleTo } from '../visible.js';
import { inWallTime, instantsIn } from './calendar-columns.js';
import { conditionsOf, figuresSql, none, ticketsSql, withWords, type ReportFilter } from './report-sql.js';
import type { Column } from './column.js';
import type { Report } from './report.js';
import { reports } from './reports.js';
import { nextOf, ticketBehind, type TicketBehind } from './tickets-behind.js';

export interface ReportQuestion {
  readonly name: string;
  readonly filter: ReportFilter;
  readonly principal: Principal;
  /** Of their departments: where what is counted is about those who take calls. */
  readonly sites?: readonly string[];
  readonly now: number;
}

export interface TicketsQuestion extends ReportQuestion {
  readonly cell: string;
  readonly limit: number;
  readonly before?: number;
}

export interface ReportItem {
  readonly group: Readonly<Record<string, string | number>>;
  readonly figures: Readonly<Record<string, number | null>>;
}

export interface ReportAnswer {
  readonly items: readonly ReportItem[];
  readonly total: ReportItem['figures'];
}

export type Parts = Pick<AnalyticsParts, 'configuration'> & { readonly ask: Ask; readonly words: WordList };

/** Groups in an answer at most; more than that is no report any more. */
export const mostGroups = 2_000;

/** Figures by group and over all. */
export async function answerReport(question: ReportQuestion, parts: Parts): Promise<ReportAnswer> {
  const { filter } = question;
  const { report, where, values } = prepared(question, parts);
  const sql = `${figuresSql(report, filter.group, where, parts.words)} LIMIT ${mostGroups + 1}`;
  const [total = {}, ...grouped] = await ask(await withWallTimes(sql, { report, filter, values, parts }), values, parts);
  const items = grouped.map((row): ReportItem => ({
    group: Object.fromEntries(
      filter.group.map((column, place) => [column, told(row[`group${place}`], report.columns[column] as Column, parts.words)]),
    ),
    figures: figuresOf(row),
  }));
  return { items: items.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)), total: figuresOf(total) };
}

/** A ticket behind a number of a report; with figures of its own where the report has some of each ticket. */
export interface ReportedTicket extends TicketBehind {
  readonly figures?: ReportItem['figures'];
}

/** The tickets behind a number, by the same condition that counted it. */
export async function answerTickets(
  question: TicketsQuestion,
  parts: Parts,
): Promise<{ readonly items: readonly ReportedTicket[]; readonly next: string | null }> {
  const { filter, cell, limit, before } = question;
  const { report, where, values } = prepared(question, parts);
  const page = { ...values, before: before ?? 2 ** 31 - 1, limit: limit + 1 };
  const sql = ticketsSql(report, cell, where, parts.words);
  const rows = await ask(await withWallTimes(sql, { report, filter, values, parts }), page, parts);
  const items = rows.slice(0, limit).map((row) => ({ ...ticketBehind(row, parts.words), ...figuresOfEach(row) }));
  return { items, next: nextOf(rows, limit) };
}

export function prepared({ name, filter, principal, sites, now }: ReportQuestion, { words, configuration }: Parts) {
  const report = reports[name] as Report;
  const visible = report.about === 'agents' ? visibleAgents(principal, sites ?? [], words) : visibleTo(principal, words);
  const { where, values } = conditionsOf(report, filter, { visible, words, zone: configuration.timeZone });
  return { report, where, values: { ...values, now } };
}

interface Walled {
  readonly report: Report;
  readonly filter: ReportFilter;
  readonly values: Values;
  readonly parts: Parts;
}

/** Wall times by the zone's changes over the period that is asked about; where there is none, over that of the facts. */
export async function withWallTimes(sql: string, { report, filter, values, parts }: Walled): Promise<string> {
  const [instant] = instantsIn(sql);
  if (instant === undefined) return sql;
  const { from, to } = instant === report.time ? filter : {};
  const ends = withWords(`SELECT min(${instant}) AS first, max(${instant}) AS last FROM ${report.from}`, parts.words);
  const [row] = from !== undefined && to !== undefined ? [] : await ask(ends, values, parts);
  const period = { from: from ?? Number(row?.['first'] ?? 0), to: to ?? Number(row?.['last'] ?? 0) };
  return inWallTime(sql, parts.configuration.timeZone, period);
}

type Values = Readonly<Record<string, string | number>>;

/** DuckDB refuses values that a question does not name. */
export function ask(sql: string, values: Values, parts: Parts): Promise<readonly FactAnswer[]> {
  return parts.ask(sql, Object.fromEntries(Object.entries(values).filter(([name]) => sql.includes(`$${name}`))));
}

function figuresOf(row: FactAnswer): ReportItem['figures'] {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !/^(group\d|whole)$/.test(name))) as ReportItem['figures'];
}

/** `figures`, where the report has some of each ticket. */
function figuresOfEach(row: FactAnswer): { readonly figures?: ReportItem['figures'] } {
  const found = Object.entries(row).filter(([name]) => name.startsWith('each '));
  if (found.length === 0) return {};
  return { figures: Object.fromEntries(found.map(([name, one]) => [name.slice('each '.length), one as number | null])) };
}

function told(found: unknown, { isWord, stretch, written }: Column, words: WordList): string | number {
  if (found === null || found === undefined) return none;
  if (stretch !== undefined) return stretch.told(found as number);
  if (written !== undefined) return written.told(found as number);
  return isWord ? words.wordOf(found as number) : (found as string | number);
}

/** Groups in the order of their names, numbers by size. */
function key({ group }: ReportItem): string {
  return Object.values(group)
    .map((one) => (typeof one === 'number' ? String(one).padStart(12, '0') : one))
    .join('\u0000');
}
