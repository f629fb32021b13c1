import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { EventCodec, KeyRing, type EventCatalogue, type Projection } from '@ledgerline/kernel';
import { parentPort, workerData } from 'node:worker_threads';
import { pino } from 'pino';
import { CopyOfFollower } from './copy-of-follower.js';
import type { Configuration } from './configuration.js';
import { openPorts } from './open-ports.js';
import { runLiveProjection } from './run-live-projection.js';
import { allEvents } from './run.js';
import { sleep } from './supervision.js';

const { modules, configuration } = workerData as { modules: readonly string[]; configuration: Configuration };
const loaded = (await Promise.all(modules.map((url) => import(url)))) as readonly {
  projections: readonly Projection[];
  events: EventCatalogue;
}[];
/** Commits: bounds the memory of a batch. */
const largestBatch = 2_000;
/** Commits and milliseconds: while this many come at a time, they are let gather for so long. */
const [busy, gathering] = [200, 150];

async function rest(commits: number): Promise<void> {
  if (commits >= busy && commits < largestBatch) await sleep(gathering, stopping.signal);
}

const log = pino({ level: configuration.logLevel }, pino.destination(2));
const ports = await openPorts(configuration, log, 'reads');
const codec = new EventCodec(allEvents(loaded), nodeCryptography, new KeyRing(ports.vault));
const stopping = new AbortController();
parentPort?.on('message', () => stopping.abort());
const source = { store: ports.store, readModels: ports.readModels, codec };
await Promise.all(
  loaded
    .flatMap(({ projections }) => projections)
    .map((projection) =>
      runLiveProjection(projection, source, {
        signal: stopping.signal,
        batch: largestBatch,
        rest,
        copy: new CopyOfFollower({ name: `projection ${projection.collection.name}`, store: ports.store, log }),
        onBatch: (position) => parentPort?.postMessage({ name: projection.collection.name, position }),
      }),
    ),
);
await ports.close();
parentPort?.close();
