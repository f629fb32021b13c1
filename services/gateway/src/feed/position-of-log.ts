import { LogRestored, UnknownPosition, type EventStore, type Position } from '@ledgerline/kernel';
import { ProblemError } from '../problem.js';
import { shape } from '../ticket-query.js';

/** A position as a parameter of a query. */
export const position = shape(/^[a-z0-9_.~-]{1,500}$/);

/** @throws ProblemError log-restored, unknown-position: it is none of this log */
export async function refuseForeign(given: Position | undefined, store: EventStore): Promise<void> {
  if (given === undefined) return;
  const end = await store.end();
  try {
    store.compare(given, end);
  } catch (error) {
    if (error instanceof LogRestored || error instanceof UnknownPosition) throw new ProblemError({ code: error.code });
    throw error;
  }
}
