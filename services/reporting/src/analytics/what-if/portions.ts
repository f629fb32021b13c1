import { Worker } from 'node:worker_threads';
import type { Period, PortionCompared } from './compare-portion.js';
import type { Portion } from './portion.js';
import type { TriedDocuments } from './tried-documents.js';

/** What a comparison is made with; it crosses threads. */
export interface ComparisonParts extends Period {
  readonly documents: TriedDocuments;
  readonly asOf: number;
  readonly words: readonly string[];
}

/** Somewhere to compare one portion after the other. */
export interface PortionDesk {
  compare(portion: Portion): Promise<PortionCompared>;
  close(): Promise<void>;
}

/** On a thread of its own, so that neither filling nor questions wait. @param file of the thread */
export function threadDesk(file: URL, parts: ComparisonParts): PortionDesk {
  const worker = new Worker(file, { workerData: parts });
  let waiting: PromiseWithResolvers<PortionCompared> | undefined;
  worker.on('message', (compared: PortionCompared) => waiting?.resolve(compared));
  worker.on('error', (error) => waiting?.reject(error));
  return {
    compare(portion) {
      waiting = Promise.withResolvers<PortionCompared>();
      worker.postMessage(portion, [portion.tickets.buffer, portion.ends.buffer, portion.books.buffer]);
      return waiting.promise;
    },
    close: async () => void (await worker.terminate()),
  };
}
