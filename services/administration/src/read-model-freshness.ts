import { sleep, type Ledgerline } from '@ledgerline/host';
import type { CollectionDefinition } from '@ledgerline/kernel';

/**
 * True once a read model has seen all that was in the log a moment ago; false where it has not within 2 s. For decisions that
 * rest on a list: four eyes must not be passed by, because the second pair is not listed yet.
 */
export async function seesWholeLog<Document>(
  definition: CollectionDefinition<Document>,
  { store, live, watch }: Pick<Ledgerline, 'store' | 'live' | 'watch'>,
): Promise<boolean> {
  const [end, collection] = await Promise.all([store.end(), live(definition)]);
  const until = performance.now() + 2_000;
  for (;;) {
    const checkpoint = await collection.checkpoint();
    if (checkpoint && store.compare(checkpoint.position, end) >= 0) return true;
    if (performance.now() > until) return false;
    watch.hurry();
    await sleep(20);
  }
}
