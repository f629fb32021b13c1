import { StandsStill, type Position, type Projection, type ProjectionSource, type ReadModels } from '@ledgerline/kernel';
import { runLiveProjection, type LiveOptions } from './run-live-projection.js';
import type { Supervision } from './supervision.js';

/** Before the name of a projection: the name of its loop. */
export const projectionLoop = 'projection ';

type Source = ProjectionSource & { readonly readModels: ReadModels };
type Options = Omit<LiveOptions, 'signal'> & { readonly supervision: Pick<Supervision, 'keep' | 'keepsStill'> };

/**
 * Keeps one projection going. Where one commit stops it, it alone stands still, and says so for as long as it does; it is tried again and
 * again, since another version of the program may take what this one could not.
 */
export function keepProjection(projection: Projection, source: Source, { supervision, ...options }: Options): void {
  const name = `${projectionLoop}${projection.collection.name}`;
  let stillAt: Position | undefined;
  const onReached: LiveOptions['onReached'] = (reached) => {
    if (stillAt !== undefined && reached.position !== stillAt) {
      stillAt = undefined;
      supervision.keepsStill(name, undefined);
    }
    options.onReached?.(reached);
  };
  supervision.keep(name, async (signal) => {
    try {
      await runLiveProjection(projection, source, { ...options, signal, onReached });
    } catch (error) {
      if (error instanceof StandsStill) {
        stillAt = error.before;
        supervision.keepsStill(name, error.message);
      }
      throw error;
    }
  });
}
