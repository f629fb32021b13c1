import { FactsUnavailable, type FactsDefinition, type FactStore } from '@ledgerline/kernel';
import { join } from 'node:path';
import type { Configuration } from '../configuration.js';

/** Processes on one data folder, each with facts of its own. */
const mostCopies = 8;

/**
 * The facts of this process, in its data folder. A copy of the service on the same folder fills a file of its own: what is derived
 * need not be shared, and every copy can answer.
 *
 * @throws FactsUnavailable where DuckDB's native module is not there for this machine
 */
export async function openFacts(
  definition: FactsDefinition,
  { store, data }: Pick<Configuration, 'store' | 'data'>,
): Promise<FactStore> {
  const { DuckDBFactStore } = await import('@ledgerline/adapter-duckdb').catch((error: unknown) => {
    const why = (error as Error).message.split('\n')[0];
    throw new FactsUnavailable(`DuckDB has no native module for ${process.platform} ${process.arch} here (${why})`, {
      cause: error,
    });
  });
  if (store === 'memory') return DuckDBFactStore.open(':memory:', definition);
  let taken: unknown;
  for (let copy = 1; copy <= mostCopies; copy += 1) {
    const file = join(data, copy === 1 ? 'analytics.duckdb' : `analytics-${copy}.duckdb`);
    try {
      return await DuckDBFactStore.open(file, definition);
    } catch (error) {
      if (!(error instanceof FactsUnavailable)) throw error;
      taken = error;
    }
  }
  throw taken;
}
