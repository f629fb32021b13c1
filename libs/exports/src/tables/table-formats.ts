import type { CloudEvent } from '@ledgerline/domain';
import { parquetWriteBuffer, type ColumnSource } from 'hyparquet-writer';
import { csvLine } from './csv-line.js';
import type { BatchStamp } from './export-place.js';
import { columnsOf, type Column, type ColumnKind } from './table-columns.js';

export const tableFormats = ['parquet', 'csv'] as const;
export type TableFormat = (typeof tableFormats)[number];

/**
 * One file: events of one type, in the log's order. Who took it out is on each line of a CSV, whose lines are what is passed on, and in the
 * footer of a Parquet file, where its readers look for such things.
 */
export function tableFile(format: TableFormat, type: string, events: readonly CloudEvent[], stamp?: BatchStamp): Uint8Array {
  if (format === 'csv') return csv([...columnsOf(type), ...stampColumns(stamp)], events);
  return parquet(columnsOf(type), events, stamp);
}

function stampColumns(stamp: BatchStamp | undefined): readonly Column[] {
  return Object.entries(stamp ?? {}).map(([name, value]) => ({ name, kind: 'text', of: () => value }));
}

const basicTypes: Readonly<Record<ColumnKind, NonNullable<ColumnSource['type']>>> = {
  text: 'STRING', integer: 'INT32', boolean: 'BOOLEAN', instant: 'TIMESTAMP', json: 'STRING',
}; // prettier-ignore

function parquet(columns: readonly Column[], events: readonly CloudEvent[], stamp: BatchStamp | undefined): Uint8Array {
  const columnData = columns.map(({ name, kind, of }) => {
    const data = events.map((event) => parquetValue(kind, of(event)));
    return { name, type: basicTypes[kind], nullable: true, data };
  });
  const kvMetadata = Object.entries(stamp ?? {}).map(([name, value]) => ({ key: `ledgerline.${name}`, value }));
  return new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata }));
}

function parquetValue(kind: ColumnKind, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (kind === 'json') return JSON.stringify(value);
  return kind === 'instant' ? new Date(String(value)) : value;
}

/** UTF-8, with a header. */
function csv(columns: readonly Column[], events: readonly CloudEvent[]): Uint8Array {
  const lines = [columns.map(({ name }) => name), ...events.map((event) => columns.map((column) => csvText(column, event)))];
  return Buffer.from(lines.map(csvLine).join(''));
}

function csvText({ kind, of }: Column, event: CloudEvent): string | undefined {
  const value = of(event);
  if (value === undefined || value === null) return undefined;
  return kind === 'json' ? JSON.stringify(value) : String(value);
}
