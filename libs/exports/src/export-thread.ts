import { once } from 'node:events';
import { Writable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadData } from './export-stream.js';
import { writeExport } from './write-export.js';

const { asked, configuration, folder } = workerData as ThreadData;

/** Pieces that the reader has room for, and what waits for that. */
let [room, next] = [0, undefined as (() => void) | undefined];
parentPort?.on('message', () => {
  room += 1;
  next?.();
});

const out = new Writable({
  write(piece: Buffer, _encoding, done) {
    next = () => {
      next = undefined;
      room -= 1;
      parentPort?.postMessage(piece);
      done();
    };
    if (room > 0) next();
  },
});

// Who reads no more ends the thread itself.
await writeExport(asked, { configuration, folder, signal: new AbortController().signal }, out);
out.end();
await once(out, 'finish');
parentPort?.postMessage(null);
parentPort?.close();
