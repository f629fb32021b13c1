import { CsvError, parse } from 'csv-parse/sync';
import { isUtf8 } from 'node:buffer';
import { ProblemError } from './problem.js';

/** What a table may hold: the columns that there are, those that have to be, and rows at most. */
export interface TableShape<Column extends string> {
  readonly columns: readonly Column[];
  readonly needed: readonly Column[];
  readonly most: number;
}
export type TableRow<Column extends string> =
  | { readonly line: number; readonly record: Readonly<Partial<Record<Column, string>>> }
  | { readonly line: number; readonly fault: string };

/**
 * The rows of a table after RFC 4180 with a line of column names first, UTF-8. A row that is none is told with its line, and
 * costs the others nothing.
 *
 * @throws ProblemError invalid-csv for what is no such table
 */
export function csvTable<Column extends string>(content: Uint8Array, shape: TableShape<Column>): readonly TableRow<Column>[] {
  if (!isUtf8(content)) throw invalid('the text is not UTF-8');
  const broken: TableRow<Column>[] = [];
  let header: readonly string[] | undefined;
  const take = (names: readonly string[]) => {
    header = names.map((name) => name.trim());
    return [...header];
  };
  const rows = read(content, take, (error) =>
    broken.push({ line: error.lines, fault: error.code.toLowerCase().replaceAll('_', '-') }),
  );
  checkHeader(header ?? [], shape);
  if (rows.length > shape.most) throw new ProblemError({ code: 'too-many-rows', facts: { most: shape.most } });
  const whole = rows.map(({ record, info }): TableRow<Column> => ({ line: info.lines, record: record as never }));
  return [...whole, ...broken].toSorted((a, b) => a.line - b.line);
}

interface Read {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

function read(
  content: Uint8Array,
  take: (names: readonly string[]) => string[],
  onBroken: (error: { readonly lines: number; readonly code: string }) => void,
): readonly Read[] {
  try {
    return parse(Buffer.from(content), {
      bom: true,
      columns: take,
      info: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      trim: true,
      max_record_size: 100_000,
      on_skip: (error) => {
        if (error) onBroken(error as never);
      },
    }) as unknown as readonly Read[];
  } catch (error) {
    if (error instanceof CsvError) throw invalid(error.message);
    throw error;
  }
}

function checkHeader<Column extends string>(header: readonly string[], { columns, needed }: TableShape<Column>): void {
  const strangers = header.filter((name) => !(columns as readonly string[]).includes(name));
  if (strangers.length > 0) throw invalid(`no such column: ${strangers.join(', ').slice(0, 200)}`);
  const missing = needed.filter((name) => !header.includes(name));
  if (missing.length > 0) throw invalid(`missing columns: ${missing.join(', ')}`);
}

function invalid(detail: string): ProblemError {
  return new ProblemError({ code: 'invalid-csv', errors: [{ pointer: '', detail }] });
}
