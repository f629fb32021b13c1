import { FactsUnavailable } from '@ledgerline/kernel';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface FactsFile {
  readonly file: string;
  readonly bytes: number;
  readonly version?: number;
  readonly position?: string;
  /** Why it cannot be looked into: most often a process has it. */
  readonly closed?: string;
}

/** The files of facts in a data folder, for whoever runs it. @throws FactsUnavailable where DuckDB cannot be had on this machine */
export async function factsIn(data: string): Promise<readonly FactsFile[]> {
  const { lookAtFacts } = await import('@ledgerline/adapter-duckdb').catch((error: unknown) => {
    throw new FactsUnavailable((error as Error).message.split('\n')[0], { cause: error });
  });
  const names = (await readdir(data).catch(() => [])).filter((name) => /^analytics(?:-\d)?\.duckdb$/.test(name)).toSorted();
  return Promise.all(
    names.map(async (name): Promise<FactsFile> => {
      const [file, { size }] = [name, await stat(join(data, name))];
      try {
        const { version, position } = await lookAtFacts(join(data, name));
        const seen = { ...(version === undefined ? {} : { version }), ...(position === undefined ? {} : { position }) };
        return { file, bytes: size, ...seen };
      } catch (error) {
        if (!(error instanceof FactsUnavailable)) throw error;
        return { file, bytes: size, closed: error.message };
      }
    }),
  );
}
