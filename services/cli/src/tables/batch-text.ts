import { Refused } from '../outcome.js';
import type { Batch } from '@ledgerline/exports';

/** @throws Refused where the text is no batch */
export function batchIn(text: string, name: string): Batch {
  try {
    const batch = JSON.parse(text) as Batch | null;
    if (batch?.format === 'ledgerline-tables/1' && Number.isSafeInteger(batch.number) && typeof batch.position === 'string')
      return batch;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new Refused('not-an-export', `${name} is no batch of an export of tables`);
}
