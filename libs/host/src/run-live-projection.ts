import {
  runProjection,
  untilOneEnds,
  type Collection,
  type Projection,
  type ProjectionSource,
  type ReadModels,
  type RunOptions,
} from '@ledgerline/kernel';
import type { CopyOfFollower, Follower } from './copy-of-follower.js';
import { sleep } from './supervision.js';

/** Milliseconds between looks whether a rebuild has put another generation in place. */
export const looksForReplacement = 1_000;

/**
 * Runs this process's copy of a projection on the generation that queries read, until the signal. When a rebuild puts
 * another one in its place the projection goes on there, so that a rebuild may be made beside a running process.
 */
export async function runLiveProjection<Document>(
  projection: Projection<Document>,
  source: ProjectionSource & { readonly readModels: ReadModels },
  options: Omit<RunOptions, 'owner'> & { readonly copy: CopyOfFollower },
): Promise<void> {
  const definition = projection.collection as never;
  while (!options.signal.aborted) {
    const generation = await source.readModels.live(definition);
    const collection = await source.readModels.collection(projection.collection, generation);
    const place = `generation ${generation}`;
    const follower = { place, ...followerOn(collection, projection, source, options) };
    await untilOneEnds(options.signal, [
      (signal) => options.copy.run(follower, signal),
      async (signal) => {
        while (!signal.aborted && (await source.readModels.live(definition)) === generation)
          await sleep(looksForReplacement, signal);
      },
    ]);
  }
}

function followerOn<Document>(
  collection: Collection<Document>,
  projection: Projection<Document>,
  source: ProjectionSource,
  options: RunOptions,
): Omit<Follower, 'place'> {
  return {
    position: async () => (await collection.checkpoint())?.position,
    claim: () => collection.claim(),
    run: (owner, signal) => runProjection(projection, collection, source, { ...options, owner, signal }),
  };
}
