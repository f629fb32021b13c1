import { datesOfMonth } from '@ledgerline/domain';
import { csvLine } from '@ledgerline/exports';
import { csvTable } from '../csv-table.js';
import { guardedText } from '../digests/files/xlsx-text.js';
import { ProblemError } from '../problem.js';

/** People of one table at most. */
const most = 1_000;
const longestCell = 200;

/** A row as `import-roster` of administration takes it. */
export interface RosterRow {
  readonly line: number;
  readonly person: string;
  readonly days: Readonly<Record<string, string>>;
}

/**
 * A line for each person, by `person` (id or username), and a column for each date of the month: names or codes of shifts with `+` between, `休` or `off` for a
 * day off, nothing where nothing is said. `name` is there for people to read.
 *
 * @param id of the roster, which ends with its month
 * @throws ProblemError invalid-csv for what is no such table, roster-table-has-faults with the lines that are none
 */
export function rosterRows(content: Uint8Array, id: string): readonly RosterRow[] {
  const dates = monthOf(id);
  const table = csvTable(content, { columns: ['person', 'name', ...dates], needed: ['person'], most });
  const rows = table.flatMap((row) => ('fault' in row ? [] : [rowOf(row, dates)]));
  const faults = table.flatMap((row) => ('fault' in row ? [{ line: row.line, code: row.fault }] : []));
  const long = rows.filter(({ days }) => Object.values(days).some(({ length }) => length > longestCell));
  faults.push(...long.map(({ line }) => ({ line, code: 'too-long' })));
  if (faults.length > 0) throw new ProblemError({ code: 'roster-table-has-faults', facts: { faults } });
  return rows;
}

function monthOf(id: string): readonly string[] {
  const [, month] = /-(\d{4}-(?:0[1-9]|1[0-2]))$/.exec(id) ?? [];
  if (month === undefined) throw new ProblemError({ code: 'roster-not-found' });
  return datesOfMonth(month);
}

interface Read {
  readonly line: number;
  readonly record: Readonly<Partial<Record<string, string>>>;
}

function rowOf({ line, record }: Read, dates: readonly string[]): RosterRow {
  const days = dates.map((date) => [date, record[date] ?? ''] as const).filter(([, text]) => text !== '');
  return { line, person: (record['person'] ?? '').toLowerCase(), days: Object.fromEntries(days) };
}

/** A roster as its table is made of it. */
export interface RosterOfTable {
  readonly month: string;
  readonly people: readonly { readonly account: string; readonly days: Readonly<Record<string, readonly string[]>> }[];
}
interface Person {
  readonly name: unknown;
  readonly username?: unknown;
}

/** The same table, to be changed and taken in again. @param names by account */
export function rosterTable({ month, people }: RosterOfTable, names: ReadonlyMap<string, Person>): string {
  const dates = datesOfMonth(month);
  const lines = people.map(({ account, days }) => {
    const { name, username } = names.get(account) ?? {};
    const who = [typeof username === 'string' ? username : account, typeof name === 'string' ? name : ''];
    return csvLine([...who.map(guardedText), ...dates.map((date) => written(days[date]))]);
  });
  return [csvLine(['person', 'name', ...dates]), ...lines].join('');
}

function written(shifts: readonly string[] | undefined): string {
  if (shifts === undefined) return '';
  return shifts.length === 0 ? '休' : shifts.join('+');
}
