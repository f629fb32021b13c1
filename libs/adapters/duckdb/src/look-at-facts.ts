import { DuckDBInstance } from '@duckdb/node-api';
import { FactsUnavailable } from '@ledgerline/kernel';

export interface FactsSeen {
  /** Of the definition that it was filled by, and up to where in the log; undefined of one that nothing was written to. */
  readonly version: number | undefined;
  readonly position: string | undefined;
}

/** What a file of facts says of itself, read beside nobody. @throws FactsUnavailable where a process has it, or it cannot be read */
export async function lookAtFacts(file: string): Promise<FactsSeen> {
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' }).catch((error: unknown) => {
    throw new FactsUnavailable((error as Error).message, { cause: error });
  });
  const connection = await instance.connect();
  try {
    const [row] = (await connection.runAndReadAll('SELECT version, position FROM filled')).getRowObjects();
    return { version: row?.['version'] as number | undefined, position: row?.['position'] as string | undefined };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
