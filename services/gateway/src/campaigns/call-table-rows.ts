import { longest } from '@ledgerline/contracts';
import { csvTable } from '../csv-table.js';

const columns = ['phone', 'name', 'note'] as const;
/** Rows of one table at most. */
const most = 10_000;

export type CallTableRow =
  | { readonly line: number; readonly contact: { readonly phone: string; readonly name?: string }; readonly note?: string }
  | { readonly line: number; readonly fault: string };

/** Whom a table names by number: `phone`, and if it likes `name` and `note`. @throws ProblemError invalid-csv for what is no such table */
export function callTableRows(content: Uint8Array): readonly CallTableRow[] {
  return csvTable(content, { columns, needed: ['phone'], most }).map((row) => ('fault' in row ? row : rowOf(row)));
}

function rowOf({
  line,
  record: { phone = '', name = '', note = '' },
}: {
  readonly line: number;
  readonly record: Readonly<Partial<Record<(typeof columns)[number], string>>>;
}): CallTableRow {
  if (phone === '') return { line, fault: 'no-phone' };
  if (phone.length > 40 || name.length > longest.line || note.length > longest.reason) return { line, fault: 'too-long' };
  return {
    line,
    contact: { phone, ...(name === '' ? {} : { name }) },
    ...(note === '' ? {} : { note }),
  };
}
