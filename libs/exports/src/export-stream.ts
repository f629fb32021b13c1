import type { Configuration } from '@ledgerline/host';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { ExportAsked } from './export-asked.js';

/** Bytes that wait for a slow reader, in this process. */
const waiting = 1 << 20;

/**
 * An export as it is made, by a thread of its own: no faster than it is read, and no further once nobody reads it. Whatever goes wrong
 * breaks the stream, so that half an export is never taken for a whole one.
 */
export async function exportStream(asked: ExportAsked, configuration: Configuration): Promise<Readable> {
  const folder = await mkdtemp(join(tmpdir(), 'ledgerline-export-'));
  // From its sources there is no file that a thread could run.
  return import.meta.url.endsWith('.js') ? fromThread({ asked, configuration, folder }) : fromHere({ asked, configuration, folder }); // prettier-ignore
}

export interface ThreadData {
  readonly asked: ExportAsked;
  readonly configuration: Configuration;
  readonly folder: string;
}

function fromThread(data: ThreadData): Readable {
  const worker = new Worker(new URL('./export-thread.js', import.meta.url), { workerData: data });
  const stream = new Readable({
    highWaterMark: waiting,
    read: () => worker.postMessage('more'),
    destroy(error, done) {
      const over = worker.terminate().then(() => rm(data.folder, { recursive: true, force: true }));
      over.then(() => done(error), done);
    },
  });
  let isWhole = false;
  worker.on('message', (piece: Uint8Array | null) => {
    isWhole = piece === null;
    stream.push(piece);
  });
  worker.on('error', (error) => stream.destroy(asError(error)));
  // It ends before the last pieces are read.
  worker.on('exit', (code) => isWhole || stream.destroy(new Error(`the thread that exports ended with ${code}`)));
  return stream;
}

function fromHere({ asked, configuration, folder }: ThreadData): Readable {
  const stream = new PassThrough();
  const over = new AbortController();
  stream.once('close', () => over.abort());
  const writing = import('./write-export.js').then(({ writeExport }) =>
    writeExport(asked, { configuration, folder, signal: over.signal }, stream),
  );
  void writing
    .then(
      () => stream.end(),
      (error: unknown) => stream.destroy(asError(error)),
    )
    .finally(() => rm(folder, { recursive: true, force: true }));
  return stream;
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
