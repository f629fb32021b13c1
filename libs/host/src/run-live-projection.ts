import {
  runProjection,
  untilOneEnds,
  type Collection,
  type Position,
  type Projection,
  type ProjectionSource,
  type ReadModels,
  type RunOptions,
} from '@ledgerline/kernel';
import type { CopyOfFollower, Follower } from './copy-of-follower.js';
import type { ReachedCollection } from './log-watch.js';
import { sleep } from './supervision.js';

/** Milliseconds between looks whether a rebuild has put another generation in place. */
export const looksForReplacement = 1_000;
/** Milliseconds between saves of a checkpoint that has passed nothing of its read model: well below the patience of copies that stand by. */
const savesEvery = 1_000;

export interface LiveOptions extends Pick<RunOptions, 'signal' | 'batch' | 'rest'> {
  readonly copy: CopyOfFollower;
  /** Told each position that a generation of the read model has come to. */
  readonly onReached?: (reached: ReachedCollection) => void;
}

/**
 * Runs this process's copy of a projection on the generation that queries read, until the signal. When a rebuild puts
 * another one in its place the projection goes on there, so that a rebuild may be made beside a running process.
 */
export async function runLiveProjection<Document>(
  projection: Projection<Document>,
  source: ProjectionSource & { readonly readModels: ReadModels },
  options: LiveOptions,
): Promise<void> {
  const definition = projection.collection as never;
  while (!options.signal.aborted) {
    const generation = await source.readModels.live(definition);
    const collection = await source.readModels.collection(projection.collection, generation);
    const place = `generation ${generation}`;
    const onBatch = (position: Position) => options.onReached?.({ place: collection.place, position });
    const follower = { place, ...followerOn(collection, projection, source, { ...options, onBatch }) };
    await untilOneEnds(options.signal, [
      (signal) => options.copy.run(follower, signal),
      async (signal) => {
        while (!signal.aborted && (await source.readModels.live(definition)) === generation)
          await sleep(looksForReplacement, signal);
      },
    ]);
  }
}

const pause = (signal: AbortSignal) => sleep(savesEvery, signal);

function followerOn<Document>(
  collection: Collection<Document>,
  projection: Projection<Document>,
  source: ProjectionSource,
  options: RunOptions,
): Omit<Follower, 'place'> {
  return {
    position: async () => (await collection.checkpoint())?.position,
    claim: () => collection.claim(),
    run: (owner, signal) => runProjection(projection, collection, source, { ...options, owner, signal, pause }),
  };
}
