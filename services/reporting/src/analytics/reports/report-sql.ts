import type { WordList } from '../fill/word-list.js';
import type { Column, Report } from './report.js';

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
  report: Report,
  filter: ReportFilter,
  { visible, words }: { readonly visible: string; readonly words: WordList },
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
    const { sql, isWord } = report.columns[name] as Column;
    if (value === none) conditions.push(`(${sql}) IS NULL`);
    else if (isWord) conditions.push(`(${sql}) = ${words.known(value) ?? -1}`);
    else {
      values[`value${place}`] = value;
      conditions.push(`CAST(${sql} AS VARCHAR) = $value${place}`);
    }
  }
  return { where: conditions.map((one) => `(${withWords(one, words)})`).join(' AND '), values };
}

/** Figures of each group; of the whole where there is none. */
export function figuresSql(report: Report, group: readonly string[], where: string, words: WordList): string {
  const columns = group.map((name, place) => `${(report.columns[name] as Column).sql} AS group${place}`);
  const cells = Object.entries(report.cells).map(([name, condition]) => `count(*) FILTER (WHERE ${condition}) AS "${name}"`);
  const figures = Object.entries(report.figures ?? {}).map(([name, sql]) => `${sql} AS "${name}"`);
  const select = withWords([...columns, ...cells, ...figures].join(', '), words);
  const grouped = group.length === 0 ? '' : `GROUP BY ${group.map((_, place) => `group${place}`).join(', ')}`;
  return `SELECT ${select} FROM ${withWords(report.from, words)} WHERE ${where} ${grouped}`;
}

/** Tickets of which some fact meets the cell, newest first. */
export function ticketsSql(report: Report, cell: string, where: string, words: WordList): string {
  const condition = withWords(report.cells[cell] as string, words);
  return `SELECT t.ticket, any_value(t.id) AS id, any_value(t.number) AS number, any_value(t.registered) AS registered,
    any_value(t.status) AS status, any_value(t.lead) AS lead, count(*) AS facts
    FROM ${withWords(report.from, words)} WHERE ${where} AND (${condition}) AND t.ticket < $before
    GROUP BY t.ticket ORDER BY t.ticket DESC LIMIT $limit`;
}
