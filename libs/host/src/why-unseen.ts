import { LogRestored, UnknownPosition, type Collection, type Position } from '@ledgerline/kernel';
import type { Ledgerline } from './ledgerline.js';
import { sleep } from './supervision.js';

/** Milliseconds for which somebody waits at most, and between looks. */
const [longest, looksEvery] = [2_000, 10];

export type WhyUnseen = 'read-model-behind' | 'log-restored' | 'unknown-position';

/**
 * Waits, at most 2 s, until a generation of a read model has seen a position: as this process's own projection reports it, or by
 * its checkpoint, which may be a second older, where a projection of another process writes it.
 *
 * @param after undefined: none is asked for
 * @returns undefined once it has, else why it has not
 */
export async function whyUnseen(
  collection: Pick<Collection<never>, 'place' | 'checkpoint'>,
  after: string | undefined,
  { store, watch }: Pick<Ledgerline, 'store' | 'watch'>,
): Promise<WhyUnseen | undefined> {
  if (after === undefined) return undefined;
  const position = after as Position;
  try {
    for (const until = performance.now() + longest; ; await sleep(looksEvery)) {
      if (watch.hasReached({ place: collection.place, position })) return undefined;
      const checkpoint = await collection.checkpoint();
      if (checkpoint && store.compare(checkpoint.position, position) >= 0) return undefined;
      if (performance.now() > until) return 'read-model-behind';
      watch.hurry();
    }
  } catch (error) {
    if (error instanceof LogRestored) return 'log-restored';
    if (error instanceof UnknownPosition) return 'unknown-position';
    throw error;
  }
}
