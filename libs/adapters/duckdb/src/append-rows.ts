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
    const part = rows.slice(from, from + chunkSize);
    chunk.rowCount = part.length;
    for (const [place, kind] of kinds.entries()) {
      const vector = chunk.getColumnVector(place);
      for (let row = 0; row < part.length; row += 1)
        vector.setItem(row, asDuckDB((part[row] as FactRow)[place] as FactValue, kind));
      vector.flush();
    }
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

function asDuckDB(value: FactValue, kind: FactType): DuckDBValue {
  return kind === 'bytes' && value instanceof Uint8Array ? blobValue(value) : (value as DuckDBValue);
}
