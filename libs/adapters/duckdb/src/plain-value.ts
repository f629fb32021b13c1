import { DuckDBBlobValue, type DuckDBValue } from '@duckdb/node-api';
import type { FactValue } from '@ledgerline/kernel';

/** What DuckDB answers, as numbers, texts and bytes; a whole number beyond 2^53 would not be exact, and none is. */
export function plainValue(value: DuckDBValue): FactValue {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof DuckDBBlobValue) return value.bytes;
  if (value === null || typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  throw new TypeError(`a question has to answer with plain values, not ${value.constructor.name}: cast it`);
}
