import { csvTable } from './csv-table.js';

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

/** @throws ProblemError invalid-csv for what is no such table */
export function lateEntryRows(content: Uint8Array): readonly LateEntryRow[] {
  return csvTable(content, { columns, needed, most: mostRows }).map((row) =>
    'fault' in row ? row : rowOf(row.record, row.line),
  );
}

function rowOf(record: Readonly<Partial<Record<Column, string>>>, line: number): LateEntryRow {
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
