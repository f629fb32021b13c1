import { runProjection, type Projection, type ProjectionSource, type ReadModels, type RunOptions } from '@ledgerline/kernel';
import { sleep } from './supervision.js';

/** Milliseconds between looks whether a rebuild has put another generation in place. */
export const looksForReplacement = 1_000;

/**
 * Runs a projection on the generation that queries read, until the signal. When a rebuild puts another one in its place the
 * projection goes on there, so that a rebuild may be made beside a running process.
 */
export async function runLiveProjection<Document>(
  projection: Projection<Document>,
  source: ProjectionSource & { readonly readModels: ReadModels },
  options: RunOptions,
): Promise<void> {
  const definition = projection.collection as never;
  while (!options.signal.aborted) {
    const generation = await source.readModels.live(definition);
    const collection = await source.readModels.collection(projection.collection, generation);
    await untilOneEnds(options.signal, [
      (signal) => runProjection(projection, collection, source, { ...options, signal }),
      async (signal) => {
        while (!signal.aborted && (await source.readModels.live(definition)) === generation)
          await sleep(looksForReplacement, signal);
      },
    ]);
  }
}

/** Runs all; the first to end, in whatever way, ends the others. @throws what broke one of them */
async function untilOneEnds(signal: AbortSignal, tasks: readonly ((signal: AbortSignal) => Promise<void>)[]): Promise<void> {
  const over = new AbortController();
  const both = AbortSignal.any([signal, over.signal]);
  const outcomes = await Promise.allSettled(tasks.map((task) => task(both).finally(() => over.abort())));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
