import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { EventCodec, KeyRing, type EventCatalogue, type Projection } from '@ledgerline/kernel';
import { parentPort, workerData } from 'node:worker_threads';
import { pino } from 'pino';
import { CopyOfFollower } from './copy-of-follower.js';
import type { Configuration } from './configuration.js';
import { Gathering, largestBatch } from './gathering.js';
import { openPorts } from './open-ports.js';
import type { ReachedProjection } from './log-watch.js';
import { keepProjection, projectionLoop } from './keep-projection.js';
import { allEvents } from './run.js';
import { sleep, Supervision } from './supervision.js';
import { tellsTogether } from './tells-together.js';

/** Milliseconds between looks at how the loops are. */
const looksEvery = 250;

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
const supervision = new Supervision(log);
parentPort?.on('message', (told: 'stop' | 'hurry') => {
  if (told === 'stop') stopping.abort();
  gathering.hurry();
});
const tell = tellsTogether((reached: readonly ReachedProjection[]) => parentPort?.postMessage(reached));
const source = { store: ports.store, readModels: ports.readModels, codec };
for (const projection of loaded.flatMap(({ projections }) => projections)) {
  const { name } = projection.collection;
  const rest = gathering.rests();
  keepProjection(projection, source, {
    supervision,
    batch: largestBatch,
    rest: (commits) => (stopping.signal.aborted ? Promise.resolve() : rest(commits)),
    copy: new CopyOfFollower({ name: `${projectionLoop}${name}`, store: ports.store, log }),
    onReached: (reached) => tell(name, { name, ...reached }),
  });
}
await tellOfTrouble();
await supervision.stop();
await ports.close();
parentPort?.close();

/** Until the end: of loops that have broken or stand still, whenever that has changed. */
async function tellOfTrouble(): Promise<void> {
  for (let told = '[]'; !stopping.signal.aborted; await sleep(looksEvery, stopping.signal)) {
    const loops = supervision.health().filter(({ failures, keepsStill }) => failures > 0 || keepsStill !== undefined);
    const text = JSON.stringify(loops);
    if (text === told) continue;
    parentPort?.postMessage({ loops });
    told = text;
  }
}
