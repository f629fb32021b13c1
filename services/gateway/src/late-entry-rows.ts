import { CsvError, parse } from 'csv-parse/sync';
import { isUtf8 } from 'node:buffer';
import { ProblemError } from './problem.js';

/** Columns of the table; `reference` is the number on the paper, by which a row that is sent again is known. */
const columns = [
  'reference', 'occurredAt', 'channel', 'kind', 'level', 'item', 'subject', 'description', 'callerName', 'callerPhone', 'callerEmail',
  'callerAccount', 'anonymous', 'address', 'latitude', 'longitude', 'district', 'product', 'confidential', 'aboutDepartment', 'aboutPerson',
] as const; // prettier-ignore
const needed = ['reference', 'occurredAt', 'channel', 'kind', 'level', 'item', 'subject', 'description'] as const;
export const mostRows = 2_000;

type Column = (typeof columns)[number];
export type LateEntryRow =
  | { readonly line: number; readonly reference: string; readonly body: Record<string, unknown> }
  | { readonly line: number; readonly fault: string };

/** Body of `POST /tickets` where each member came from, to name the column of a fault. */
export const columnOf: Readonly<Record<string, Column>> = {
  '/caller/name': 'callerName', '/caller/phone': 'callerPhone', '/caller/email': 'callerEmail', '/caller/account': 'callerAccount',
  '/caller/anonymous': 'anonymous', '/location/address': 'address', '/location/latitude': 'latitude', '/location/longitude': 'longitude',
  '/location/district': 'district', '/about/department': 'aboutDepartment', '/about/person': 'aboutPerson',
}; // prettier-ignore

/**
 * The rows of a table after RFC 4180 with a line of column names first, UTF-8. A row that is none is told with its line, and
 * costs the others nothing.
 *
 * @throws ProblemError invalid-csv for what is no such table
 */
export function lateEntryRows(content: Uint8Array): readonly LateEntryRow[] {
  if (!isUtf8(content)) throw invalid('the text is not UTF-8');
  const broken: LateEntryRow[] = [];
  let header: readonly string[] | undefined;
  const take = (names: readonly string[]) => {
    header = names.map((name) => name.trim());
    return [...header];
  };
  const rows = read(content, take, (error) =>
    broken.push({ line: error.lines, fault: error.code.toLowerCase().replaceAll('_', '-') }),
  );
  checkHeader(header ?? []);
  if (rows.length > mostRows) throw new ProblemError({ code: 'too-many-rows', facts: { most: mostRows } });
  return [...rows.map(({ record, info }) => rowOf(record, info.lines)), ...broken].toSorted((a, b) => a.line - b.line);
}

interface Read {
  readonly record: Readonly<Partial<Record<Column, string>>>;
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

function checkHeader(header: readonly string[]): void {
  const strangers = header.filter((name) => !(columns as readonly string[]).includes(name));
  if (strangers.length > 0) throw invalid(`no such column: ${strangers.join(', ').slice(0, 200)}`);
  const missing = needed.filter((name) => !header.includes(name));
  if (missing.length > 0) throw invalid(`missing columns: ${missing.join(', ')}`);
}

function rowOf(record: Read['record'], line: number): LateEntryRow {
  const { reference = '' } = record;
  if (!/^[\x21-\x7e]{1,100}$/.test(reference)) return { line, fault: 'invalid-reference' };
  const { occurredAt, channel, kind, level, item, subject, description, product } = record;
  const [about, location] = [
    given({ department: record.aboutDepartment, person: record.aboutPerson }),
    given({
      address: record.address, district: record.district, latitude: number(record.latitude), longitude: number(record.longitude),
    }), // prettier-ignore
  ];
  const { callerName: name, callerPhone: phone, callerEmail: email, callerAccount: account } = record;
  const caller = given({ name, phone, email, account, anonymous: truth(record.anonymous) }) ?? {};
  const body = given({
    occurredAt, channel, kind, level, item, subject, description, product, caller, about, location, confidential: truth(record.confidential),
  }); // prettier-ignore
  return { line, reference, body: body ?? {} };
}

/** Without what the row leaves empty; undefined where that is everything. */
function given(members: Readonly<Record<string, unknown>>): Record<string, unknown> | undefined {
  const filled = Object.entries(members).filter(([, value]) => value !== undefined && value !== '');
  return filled.length === 0 ? undefined : Object.fromEntries(filled);
}

function number(text: string | undefined): unknown {
  return text === undefined || text === '' || Number.isNaN(Number(text)) ? text : Number(text);
}

function truth(text: string | undefined): unknown {
  return (
    { true: true, yes: true, 是: true, false: false, no: false, 否: false, '': undefined }[text?.toLowerCase() ?? ''] ?? text
  );
}

function invalid(detail: string): ProblemError {
  return new ProblemError({ code: 'invalid-csv', errors: [{ pointer: '', detail }] });
}
