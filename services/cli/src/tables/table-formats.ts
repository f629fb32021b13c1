import type { CloudEvent } from '@ledgerline/domain';
import { parquetWriteBuffer, type ColumnSource } from 'hyparquet-writer';
import { columnsOf, type Column, type ColumnKind } from './table-columns.js';

export const tableFormats = ['parquet', 'csv'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** One file: events of one type, in the log's order. */
export function tableFile(format: TableFormat, type: string, events: readonly CloudEvent[]): Uint8Array {
  return format === 'csv' ? csv(columnsOf(type), events) : parquet(columnsOf(type), events);
}

const basicTypes: Readonly<Record<ColumnKind, NonNullable<ColumnSource['type']>>> = {
  text: 'STRING', integer: 'INT32', boolean: 'BOOLEAN', instant: 'TIMESTAMP', json: 'STRING',
}; // prettier-ignore

function parquet(columns: readonly Column[], events: readonly CloudEvent[]): Uint8Array {
  const columnData = columns.map(({ name, kind, of }) => {
    const data = events.map((event) => parquetValue(kind, of(event)));
    return { name, type: basicTypes[kind], nullable: true, data };
  });
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

function parquetValue(kind: ColumnKind, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (kind === 'json') return JSON.stringify(value);
  return kind === 'instant' ? new Date(String(value)) : value;
}

/** RFC 4180, UTF-8, with a header; nothing stands for a value that is not there, `""` for an empty text. */
function csv(columns: readonly Column[], events: readonly CloudEvent[]): Uint8Array {
  const lines = [columns.map(({ name }) => name), ...events.map((event) => columns.map((column) => csvField(column, event)))];
  return Buffer.from(lines.map((fields) => `${fields.join(',')}\r\n`).join(''));
}

function csvField({ kind, of }: Column, event: CloudEvent): string {
  const value = of(event);
  if (value === undefined || value === null) return '';
  const text = kind === 'json' ? JSON.stringify(value) : String(value);
  return text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
