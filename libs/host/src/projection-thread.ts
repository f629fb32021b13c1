import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { EventCodec, KeyRing, type EventCatalogue, type Projection } from '@ledgerline/kernel';
import { parentPort, workerData } from 'node:worker_threads';
import { pino } from 'pino';
import { CopyOfFollower } from './copy-of-follower.js';
import type { Configuration } from './configuration.js';
import { Gathering, largestBatch } from './gathering.js';
import { openPorts } from './open-ports.js';
import type { ReachedProjection } from './log-watch.js';
import { runLiveProjection } from './run-live-projection.js';
import { allEvents } from './run.js';
import { tellsTogether } from './tells-together.js';

const { modules, configuration } = workerData as { modules: readonly string[]; configuration: Configuration };
const loaded = (await Promise.all(modules.map((url) => import(url)))) as readonly {
  projections: readonly Projection[];
  events: EventCatalogue;
}[];
const log = pino({ level: configuration.logLevel }, pino.destination(2));
const ports = await openPorts(configuration, log, 'reads');
const codec = new EventCodec(allEvents(loaded), nodeCryptography, new KeyRing(ports.vault));
const stopping = new AbortController();
const gathering = new Gathering();
parentPort?.on('message', (told: 'stop' | 'hurry') => {
  if (told === 'stop') stopping.abort();
  gathering.hurry();
});
const tell = tellsTogether((reached: readonly ReachedProjection[]) => parentPort?.postMessage(reached));
const source = { store: ports.store, readModels: ports.readModels, codec };
await Promise.all(
  loaded
    .flatMap(({ projections }) => projections)
    .map((projection) => {
      const rest = gathering.rests();
      return runLiveProjection(projection, source, {
        signal: stopping.signal,
        batch: largestBatch,
        rest: (commits) => (stopping.signal.aborted ? Promise.resolve() : rest(commits)),
        copy: new CopyOfFollower({ name: `projection ${projection.collection.name}`, store: ports.store, log }),
        onReached: (reached) => tell(projection.collection.name, { name: projection.collection.name, ...reached }),
      });
    }),
);
await ports.close();
parentPort?.close();
