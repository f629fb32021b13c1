import { catchUp, type Collection, type Position, type Projection, type ProjectionSource } from '@ledgerline/kernel';
import { breathe } from '../interruption.js';
import { sequenceOf } from '@ledgerline/host';
import { progress } from '../progress.js';
import { compareDocuments, scanned, type Difference } from './compare.js';
import type { ReadModelWork } from './read-model-work.js';

export interface RebuiltProjection {
  readonly projection: string;
  /** The new generation, which queries read now; the one before is removed. */
  readonly generation: number;
  readonly commits: number;
  readonly documents: number;
  /** How the new documents differ from those before. */
  readonly differences: readonly Difference[];
}

/**
 * Fills a new generation from the log beside the live one, compares the two, and puts the new one in place. What an
 * interrupted rebuild left is thrown away first: nobody knows what program it came from. The old generation is still there
 * afterwards, for those who were reading it.
 */
export async function rebuildProjection(
  projection: Projection,
  { source, readModels }: Omit<ReadModelWork, 'projections'>,
  signal: AbortSignal,
): Promise<RebuiltProjection> {
  const definition = projection.collection as never;
  const live = await readModels.live(definition);
  const generation = live + 1;
  await readModels.drop(definition, generation);
  const [old, fresh] = [
    await readModels.collection(projection.collection, live),
    await readModels.collection(projection.collection, generation),
  ];
  const total = sequenceOf(await source.store.end());
  const told = progress(`rebuilding ${projection.collection.name}`);
  let commits = 0;
  try {
    const reached = await catchUp(projection, fresh, source, async (_position, count) => {
      told.at((commits += count), total);
      await breathe(signal);
    });
    told.end();
    const behind = await isBehind(old, reached, source);
    const { documents, differences } = await compareDocuments(
      fresh,
      (id) => old.get(id),
      idsOf(old),
      projection.collection.personal,
    );
    await catchUp(projection, fresh, source, () => breathe(signal));
    const kept = await Promise.all(differences.map(async (found) => ((await isTiming(found, { fresh, behind })) ? [] : [found])));
    await readModels.replace(definition, generation);
    return { projection: projection.collection.name, generation, commits, documents, differences: kept.flat() };
  } catch (error) {
    await readModels.drop(definition, generation);
    throw error;
  }
}

/** True where the old generation has not come as far as the new one. */
async function isBehind(old: Collection<unknown>, reached: Position | undefined, { store }: ProjectionSource): Promise<boolean> {
  const at = (await old.checkpoint())?.position;
  return reached !== undefined && (at === undefined || store.compare(at, reached) < 0);
}

/** The log is being written: one generation may have seen an event that the other had not when they were compared. */
async function isTiming(
  { id, what }: Difference,
  { fresh, behind }: { readonly fresh: Collection<unknown>; readonly behind: boolean },
): Promise<boolean> {
  if (what === 'surplus') return behind;
  return what === 'ahead' || what === 'behind' || (what === 'missing' && (await fresh.get(id)) !== undefined);
}

async function* idsOf(collection: Collection<unknown>): AsyncGenerator<string> {
  for await (const { id } of scanned(collection)) yield id;
}
