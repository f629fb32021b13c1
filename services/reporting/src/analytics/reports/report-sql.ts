import type { WordList } from '../fill/word-list.js';
import type { CalendarStretch, Column } from './column.js';
import type { Report } from './report.js';

/** What was asked of a report. Instants are milliseconds since the epoch. */
export interface ReportFilter {
  readonly from?: number;
  readonly to?: number;
  /** Names of columns. */
  readonly group: readonly string[];
  /** Column and value; `none` is a column without one. */
  readonly where: Readonly<Record<string, string>>;
}

/** The value of a filter that asks for facts without one. */
export const none = 'none';

/** `word:in-time` becomes the number of that word; one that the facts do not have is a number that no word has. */
export function withWords(sql: string, words: WordList): string {
  return sql.replaceAll(/word:([a-z-]+)/g, (_, word: string) => String(words.known(word) ?? -1));
}

/** Conditions of a filter and of what may be seen; values that people typed go as parameters. */
export function conditionsOf(
  report: Pick<Report, 'columns' | 'time'>,
  filter: ReportFilter,
  { visible, words, zone }: { readonly visible: string; readonly words: WordList; readonly zone: string },
) {
  const values: Record<string, string | number> = {};
  const conditions = [visible];
  if (report.time !== undefined && filter.from !== undefined) {
    values['from'] = filter.from;
    conditions.push(`${report.time} >= $from`);
  }
  if (report.time !== undefined && filter.to !== undefined) {
    values['to'] = filter.to;
    conditions.push(`${report.time} < $to`);
  }
  for (const [place, [name, value]] of Object.entries(filter.where).entries()) {
    const { sql, isWord, stretch, written } = report.columns[name] as Column;
    if (value === none) conditions.push(`(${stretch?.instant ?? sql}) IS NULL`);
    else if (isWord) conditions.push(`(${sql}) = ${words.known(value) ?? -1}`);
    else if (written !== undefined) conditions.push(`(${sql}) = ${written.read(value) ?? -1}`);
    else if (stretch !== undefined) conditions.push(during(stretch, value, zone));
    else {
      values[`value${place}`] = value;
      conditions.push(`CAST(${sql} AS VARCHAR) = $value${place}`);
    }
  }
  return { where: conditions.map((one) => `(${withWords(one, words)})`).join(' AND '), values };
}

/** A stretch as a period of its instants, which DuckDB finds without looking at each; a text that is none is in no time. */
function during({ instant, days }: CalendarStretch, text: string, zone: string): string {
  const period = days(text);
  if (period === undefined) return 'FALSE';
  const [from, to] = period.map((day) => Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);
  return `${instant} >= ${from} AND ${instant} < ${to}`;
}

/** Figures over the whole, and of each group where there are some, out of one walk over the facts; `whole` is 1 for the former. */
export function figuresSql(report: Report, group: readonly string[], where: string, words: WordList): string {
  const columns = group.map((name, place) => `${(report.columns[name] as Column).sql} AS group${place}`);
  const cells = Object.entries(report.cells).map(([name, condition]) => `count(*) FILTER (WHERE ${condition}) AS "${name}"`);
  const figures = Object.entries(report.figures ?? {}).map(([name, sql]) => `${sql} AS "${name}"`);
  const [first] = group;
  const whole = first === undefined ? '1' : `grouping(${(report.columns[first] as Column).sql})`;
  const select = withWords([...columns, `${whole} AS whole`, ...cells, ...figures].join(', '), words);
  const names = withWords(group.map((name) => (report.columns[name] as Column).sql).join(', '), words);
  const grouped = first === undefined ? '' : `GROUP BY GROUPING SETS ((), (${names})) ORDER BY whole DESC`;
  return `SELECT ${select} FROM ${sourceOf(report, select + where, words)} WHERE ${where} ${grouped}`;
}

/** Facts, with their tickets where something of those is asked for: a join of millions with a million is most of the time. */
function sourceOf({ from }: Report, question: string, words: WordList): string {
  const isOfTickets = / t$/.test(from);
  return withWords(isOfTickets || !/\bt\./.test(question) ? from : `${from} ${ofTickets}`, words);
}

const ofTickets = 'JOIN tickets t ON t.ticket = f.ticket';

/** Tickets of which some fact meets the cell, newest first. */
export function ticketsSql(report: Report, cell: string, where: string, words: WordList): string {
  const condition = withWords(report.cells[cell] as string, words);
  const ofEach = Object.entries(report.ofEach ?? {}).map(([name, sql]) => `, ${sql} AS "each ${name}"`);
  return `SELECT t.ticket, any_value(t.id) AS id, any_value(t.number) AS number, any_value(t.registered) AS registered,
    any_value(t.status) AS status, any_value(t.lead) AS lead, count(*) AS facts${ofEach.join('')}
    FROM ${sourceOf(report, 't.ticket', words)} WHERE ${where} AND (${condition}) AND t.ticket < $before
    GROUP BY t.ticket ORDER BY t.ticket DESC LIMIT $limit`;
}
