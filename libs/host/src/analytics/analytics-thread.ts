import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { EventCodec, KeyRing, type EventCatalogue } from '@ledgerline/kernel';
import { parentPort, workerData } from 'node:worker_threads';
import { pino } from 'pino';
import type { Configuration } from '../configuration.js';
import { clockOf } from '../clock.js';
import { openPorts } from '../open-ports.js';
import type { Analytics } from './analytics.js';
import type { Asked, Told } from './analytics-desk.js';
import { openFacts } from './open-facts.js';

const { module, configuration } = workerData as { module: string; configuration: Configuration };
const { analytics, events } = (await import(module)) as { analytics: Analytics; events: EventCatalogue };
const tell = (told: Told) => parentPort?.postMessage(told);
const stopping = new AbortController();
const log = pino({ level: configuration.logLevel }, pino.destination(2));
const ports = await openPorts(configuration, log, 'reads');
const codec = new EventCodec(events, nodeCryptography, new KeyRing(ports.vault));
const facts = await openFacts(analytics.facts, configuration).catch(async (error: unknown) => {
  await ports.close();
  throw error;
});
const parts = { configuration, log, clock: clockOf(configuration), store: ports.store, codec, facts, signal: stopping.signal };
const { fill, answers } = analytics.open(parts);
parentPort?.on('message', (asked: Asked | 'stop') => {
  if (asked === 'stop') return stopping.abort();
  void answer(asked);
});
tell({ kind: 'ready' });
try {
  await fill();
} finally {
  await facts.close();
  await ports.close();
}
parentPort?.close();

async function answer({ id, question, payload }: Asked): Promise<void> {
  try {
    tell({ kind: 'answer', id, answer: await (answers[question] as (payload: unknown) => Promise<unknown>)(payload) });
  } catch (error) {
    log.error({ err: error, question }, 'a question could not be answered');
    tell({ kind: 'failure', id, message: (error as Error).message });
  }
}
