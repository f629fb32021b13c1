import { CsvRecords, type CsvRecord } from './csv-records.js';
import { linesOf } from './lines.js';
import type { CsvShape } from './mapping.js';
import { isBad, type BadRow, type Row } from './row.js';

/** The file has no header line that can be read, or lacks columns that the mapping names. */
export class UnusableHeader extends Error {
  override readonly name = 'UnusableHeader';
  readonly code = 'unusable-header';
}

/** The rows of a CSV file, chunk by chunk. @param onHeader told the columns before the first row; it may throw */
export async function* csvRows(
  chunks: AsyncIterable<Buffer>,
  shape: CsvShape,
  onHeader: (columns: readonly string[]) => void,
): AsyncIterable<readonly (Row | BadRow)[]> {
  const records = new CsvRecords(shape);
  let header = shape.columns;
  if (header) onHeader(header);
  const rowsOf = (found: readonly (CsvRecord | BadRow)[], rows: (Row | BadRow)[]) => {
    for (const record of found) {
      if (header) rows.push(isBad(record) ? record : rowOf(record, header));
      else {
        if (isBad(record)) throw new UnusableHeader(`line ${record.line}: ${record.detail}`);
        header = distinct(record.fields);
        onHeader(header);
      }
    }
    return rows;
  };
  for await (const lines of linesOf(chunks)) {
    const rows: (Row | BadRow)[] = [];
    for (const line of lines) rowsOf(records.next(line), rows);
    if (rows.length > 0) yield rows;
  }
  const rows = rowsOf(records.end(), []);
  if (!header) throw new UnusableHeader('the file is empty');
  if (rows.length > 0) yield rows;
}

function rowOf({ line, fields }: CsvRecord, header: readonly string[]): Row | BadRow {
  if (fields.length !== header.length)
    return { line, reason: 'wrong-number-of-columns', detail: `${fields.length} instead of ${header.length}` };
  return { line, values: fields, value: (column) => fields[placesOf(header).get(column) ?? -1] };
}

/** A name that stands twice is `Name (2)` the second time. */
function distinct(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  return names.map((name) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

const places = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

function placesOf(header: readonly string[]): ReadonlyMap<string, number> {
  const known = places.get(header) ?? new Map(header.map((name, place) => [name, place]));
  places.set(header, known);
  return known;
}
