import { Worker } from 'node:worker_threads';
import type { DigestPage } from '../digest-page.js';
import type { FileFormat } from './make-file.js';

/** A thread that lives for one file: what a font takes of memory goes with it. */
export class FileThread {
  async make(format: FileFormat, page: DigestPage): Promise<Uint8Array> {
    // From its sources there is no file that a thread could run.
    if (!import.meta.url.endsWith('.js')) return (await import('./make-file.js')).makeFile(format, page);
    const worker = new Worker(new URL('./make-file-thread.js', import.meta.url), { workerData: { format, page } });
    try {
      return await new Promise<Uint8Array>((resolve, reject) => {
        worker.once('message', resolve);
        worker.once('error', reject);
        worker.once('exit', (code) => reject(new Error(`the thread that makes files ended with ${code}`)));
      });
    } finally {
      await worker.terminate();
    }
  }
}
