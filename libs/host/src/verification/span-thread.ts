import { SqliteEventStore } from '@ledgerline/adapter-sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { writtenSpan } from './examined-span.js';
import { SpanReader } from './span-reader.js';
import { SpanTurns } from './span-turns.js';
import type { SpanWork, ToldOfSpan } from './spans-ahead.js';

/** Reads spans of a log by itself, one after the other, until none is left. */
const { folder, end, length, room } = workerData as SpanWork;
const turns = new SpanTurns(room);
const store = await SqliteEventStore.open(folder, { readOnly: true });
try {
  const reader = new SpanReader(store, end, length);
  for (let n = turns.next(); n < reader.count; n = turns.next()) {
    const examined = await reader.examine(n);
    const told: ToldOfSpan = { n, ...(examined && { written: writtenSpan(examined) }) };
    parentPort?.postMessage(told, told.written ? [told.written.nodes.buffer] : []);
  }
} finally {
  await store.close();
}
