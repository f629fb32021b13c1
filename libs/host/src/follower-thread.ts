import { parentPort, workerData } from 'node:worker_threads';
import { untilOneEnds } from '@ledgerline/kernel';
import { pino } from 'pino';
import type { Configuration } from './configuration.js';
import type { LogFollower } from './log-follower.js';
import { openPorts } from './open-ports.js';
import { runFollower } from './run-followers.js';

const { modules, configuration } = workerData as { modules: readonly string[]; configuration: Configuration };
const stopping = new AbortController();
parentPort?.on('message', () => stopping.abort());
const loaded = (await Promise.all(modules.map((url) => import(url)))) as readonly { followers: readonly LogFollower[] }[];
const log = pino({ level: configuration.logLevel }, pino.destination(2));
const ports = await openPorts(configuration, log, 'reads');
const parts = { ...ports, configuration, log, clock: { now: () => Date.now() } };
await untilOneEnds(
  stopping.signal,
  loaded.flatMap(({ followers }) => followers).map((follower) => (over) => runFollower(follower, parts, over)),
);
await ports.close();
parentPort?.close();
