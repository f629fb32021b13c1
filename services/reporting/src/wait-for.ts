import { problem, type Problem } from '@ledgerline/contracts';
import { whyUnseen, type Ledgerline } from '@ledgerline/host';
import type { Collection } from '@ledgerline/kernel';

/** Waits, at most 2 s, until the read model has seen a position; not at all where none is asked for. */
export async function waitFor(
  after: string | undefined,
  collection: Pick<Collection<never>, 'place' | 'checkpoint'>,
  ledgerline: Pick<Ledgerline, 'store' | 'watch'>,
): Promise<Problem | undefined> {
  const why = await whyUnseen(collection, after, ledgerline);
  return why && problem(why);
}
