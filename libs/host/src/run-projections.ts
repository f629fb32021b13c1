import type { Projection } from '@ledgerline/kernel';
import { CopyOfFollower } from './copy-of-follower.js';
import type { Ledgerline } from './ledgerline.js';
import type { ReachedCollection, ReachedProjection } from './log-watch.js';
import { runLiveProjection } from './run-live-projection.js';
import { runThread } from './run-thread.js';
import type { ServiceDefinition } from './service.js';

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

function projectHere(projection: Projection<never>, ledgerline: Ledgerline): void {
  const { log, store, supervision, watch } = ledgerline;
  const name = projection.collection.name;
  const onStandBy = (standsBy: boolean) => watch.standBy('projections', name, standsBy);
  const onReached = (reached: ReachedCollection) => watch.reportProjection(name, reached);
  const copy = new CopyOfFollower({ name: `projection ${name}`, log, store, onStandBy });
  supervision.keep(`projection ${name}`, (signal) =>
    runLiveProjection(projection as Projection, ledgerline, { signal, copy, onReached }),
  );
}

function projectionThread(modules: readonly string[], ledgerline: Ledgerline, signal: AbortSignal): Promise<void> {
  const { configuration, watch } = ledgerline;
  const onMessage = (all: readonly ReachedProjection[]) => {
    for (const { name, ...reached } of all) watch.reportProjection(name, reached);
  };
  const onStart = (tell: (message: unknown) => void) => {
    watch.onHurry = () => tell('hurry');
  };
  const file = new URL('./projection-thread.js', import.meta.url);
  return runThread({ file, data: { modules, configuration }, onMessage, onStart }, signal);
}
