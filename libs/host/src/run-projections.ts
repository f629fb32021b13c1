import type { Projection } from '@ledgerline/kernel';
import { CopyOfFollower } from './copy-of-follower.js';
import { keepProjection, projectionLoop } from './keep-projection.js';
import type { Ledgerline } from './ledgerline.js';
import type { ReachedCollection, ReachedProjection } from './log-watch.js';
import { runThread } from './run-thread.js';
import type { ServiceDefinition } from './service.js';
import type { LoopHealth } from './supervision.js';

/**
 * Starts the services' projections: on a thread of their own where the ports can be opened a second time (folding
 * thousands of events must not hold up those who wait for an answer), else beside the commands.
 */
export async function runProjections(services: readonly ServiceDefinition[], ledgerline: Ledgerline): Promise<void> {
  const { configuration, readModels } = ledgerline;
  const all = services.flatMap((service) => service.projections ?? []);
  for (const { collection } of all) await readModels.collection(collection, await readModels.live(collection as never));
  const modules = services.flatMap((service) => (service.projectionsModule === undefined ? [] : [service.projectionsModule]));
  const ownThread =
    configuration.store === 'sqlite' && configuration.readModels === 'sqlite' && modules.every((url) => url.endsWith('.js'));
  if (ownThread && modules.length > 0) {
    ledgerline.supervision.keep('projections', (signal) => projectionThread(modules, ledgerline, signal));
    return;
  }
  for (const projection of all) projectHere(projection, ledgerline);
}

/** What the thread tells: how far read models have come, or how its loops are. */
export type ToldByProjections = readonly ReachedProjection[] | { readonly loops: readonly LoopHealth[] };

function projectHere(projection: Projection<never>, ledgerline: Ledgerline): void {
  const { log, store, supervision, watch } = ledgerline;
  const name = projection.collection.name;
  const onStandBy = (standsBy: boolean) => watch.standBy('projections', name, standsBy);
  const onReached = (reached: ReachedCollection) => watch.reportProjection(name, reached);
  const copy = new CopyOfFollower({ name: `${projectionLoop}${name}`, log, store, onStandBy });
  keepProjection(projection as Projection, ledgerline, { supervision, copy, onReached });
}

async function projectionThread(modules: readonly string[], ledgerline: Ledgerline, signal: AbortSignal): Promise<void> {
  const { configuration, supervision, watch } = ledgerline;
  const onMessage = (told: ToldByProjections) => {
    if ('loops' in told) return supervision.hear(told.loops);
    for (const { name, ...reached } of told) watch.reportProjection(name, reached);
  };
  const onStart = (tell: (message: unknown) => void) => {
    watch.onHurry = () => tell('hurry');
  };
  const file = new URL('./projection-thread.js', import.meta.url);
  try {
    await runThread({ file, data: { modules, configuration }, onMessage, onStart }, signal);
  } finally {
    supervision.hear([]);
  }
}
