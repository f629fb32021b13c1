import { problem, type Problem } from '@ledgerline/contracts';
import { sleep, type Ledgerline } from '@ledgerline/host';
import { LogRestored, UnknownPosition, type Collection, type Position } from '@ledgerline/kernel';

/** Waits, at most 2 s, until the read model has seen a position. */
export async function waitFor(
  after: string | undefined,
  collection: Pick<Collection<never>, 'checkpoint'>,
  { store, watch }: Pick<Ledgerline, 'store' | 'watch'>,
): Promise<Problem | undefined> {
  if (after === undefined) return undefined;
  const until = performance.now() + 2_000;
  try {
    for (;;) {
      const checkpoint = await collection.checkpoint();
      if (checkpoint && store.compare(checkpoint.position, after as Position) >= 0) return undefined;
      if (performance.now() > until) return problem('read-model-behind');
      watch.hurry();
      await sleep(10);
    }
  } catch (error) {
    if (error instanceof LogRestored) return problem('log-restored');
    if (error instanceof UnknownPosition) return problem('unknown-position');
    throw error;
  }
}
