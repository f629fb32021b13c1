import { parentPort, workerData } from 'node:worker_threads';
import type { Configuration } from '../configuration.js';
import { openHistory } from '../open-history.js';
import { sequenceOf } from './log-pages.js';
import type { ToldByThread } from './verification-run.js';
import { verifyHistory } from './verify-history.js';

const { configuration } = workerData as { configuration: Configuration };
const stopping = new AbortController();
parentPort?.once('message', () => stopping.abort());
const tell = (told: ToldByThread) => parentPort?.postMessage(told);

const history = await openHistory(configuration);
try {
  const { store } = history;
  const total = sequenceOf(await store.end());
  const onPage = ({ commits }: { readonly commits: number }) => tell({ commits, total });
  const verification = await verifyHistory(history, { onPage }, stopping.signal);
  tell({ commits: verification.checked.commits, total, verification });
} finally {
  await history.close();
  parentPort?.close();
}
