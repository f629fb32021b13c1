import {
  BLOB, BOOLEAN, blobValue, DOUBLE, DuckDBDataChunk, INTEGER, VARCHAR, type DuckDBConnection, type DuckDBType, type DuckDBValue,
} from '@duckdb/node-api'; // prettier-ignore
import type { FactRow, FactTable, FactType, FactValue } from '@ledgerline/kernel';

const types: Readonly<Record<FactType, DuckDBType>> = {
  whole: INTEGER,
  number: DOUBLE,
  truth: BOOLEAN,
  text: VARCHAR,
  bytes: BLOB,
};
/** Rows of a DuckDB chunk at most. */
const chunkSize = 2_048;

/** Appends rows in chunks, column by column: a tenth of what single values cost. Inside the connection's transaction. */
export async function appendRows(
  connection: DuckDBConnection,
  name: string,
  { columns }: FactTable,
  rows: readonly FactRow[],
): Promise<void> {
  const kinds = Object.values(columns);
  const appender = await connection.createAppender(name);
  const chunk = DuckDBDataChunk.create(kinds.map((kind) => types[kind]));
  for (let from = 0; from < rows.length; from += chunkSize) {
    chunk.reset();
    chunk.rowCount = Math.min(chunkSize, rows.length - from);
    for (const [place, kind] of kinds.entries()) setColumn(chunk, place, { kind, rows, from });
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

/** What is there first, then what is not: from the first null on, each value costs a look at the bits that tell nulls. */
function setColumn(
  chunk: DuckDBDataChunk,
  column: number,
  { kind, rows, from }: { readonly kind: FactType; readonly rows: readonly FactRow[]; readonly from: number },
): void {
  const count = chunk.rowCount;
  const vector = chunk.getColumnVector(column);
  const nulls: number[] = [];
  for (let row = 0; row < count; row += 1) {
    const value = (rows[from + row] as FactRow)[column] as FactValue;
    if (value === null) nulls.push(row);
    else vector.setItem(row, kind === 'bytes' ? blobValue(value as Uint8Array) : (value as DuckDBValue));
  }
  for (const row of nulls) vector.setItem(row, null);
  vector.flush();
}
