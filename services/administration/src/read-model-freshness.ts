import { whyUnseen, type Ledgerline } from '@ledgerline/host';
import type { CollectionDefinition } from '@ledgerline/kernel';

/**
 * True once a read model has seen all that was in the log a moment ago; false where it has not within 2 s. For decisions that
 * rest on a list: four eyes must not be passed by, because the second pair is not listed yet.
 */
export async function seesWholeLog<Document>(
  definition: CollectionDefinition<Document>,
  ledgerline: Pick<Ledgerline, 'store' | 'live' | 'watch'>,
): Promise<boolean> {
  const [end, collection] = await Promise.all([ledgerline.store.end(), ledgerline.live(definition)]);
  return (await whyUnseen(collection, end, ledgerline)) === undefined;
}
