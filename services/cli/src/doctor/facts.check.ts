import { factsIn, type FactsFile } from '@ledgerline/host';
import { FactsUnavailable } from '@ledgerline/kernel';
import { ok, warn, type Finding } from './finding.js';

/** ADR 0023: DuckDB has to have a native module for this machine; its files are derived, and filled anew where they are gone. */
export async function checkFacts(data: string): Promise<readonly Finding[]> {
  try {
    const files = await factsIn(data);
    return files.length === 0 ? [ok('reports', 'DuckDB is there; no facts yet')] : files.map(finding);
  } catch (error) {
    if (!(error instanceof FactsUnavailable)) throw error;
    return [warn('reports', error.message, 'there will be no reports, what-if and lists of the past; all else works')];
  }
}

function finding({ file, bytes, version, position, closed }: FactsFile): Finding {
  const size = `${Math.ceil(bytes / 1_048_576).toLocaleString('en')} MiB`;
  if (closed === undefined)
    return ok('reports', `${file}: ${size}, facts of version ${version ?? 'none'} up to ${position ?? 'nowhere'}`);
  if (/lock/i.test(closed)) return ok('reports', `${file}: ${size}, a running Ledgerline has it`);
  return warn(
    'reports',
    `${file}: ${closed.split('\n')[0]}`,
    `stop Ledgerline and delete ${file}*: it is filled anew from the log`,
  );
}
