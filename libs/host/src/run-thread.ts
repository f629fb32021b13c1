import { Worker } from 'node:worker_threads';

export interface ThreadParts {
  readonly file: URL;
  readonly data: unknown;
  readonly onMessage?: (message: never) => void;
  /** Given the way to tell the thread something. */
  readonly onStart?: (tell: (message: unknown) => void) => void;
}

/** One life of a thread that ends when it is sent `stop`; rejects when it breaks, so that supervision starts another. */
export function runThread({ file, data, onMessage, onStart }: ThreadParts, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: data });
    const stop = () => worker.postMessage('stop');
    onStart?.((message) => worker.postMessage(message));
    signal.addEventListener('abort', stop, { once: true });
    if (onMessage) worker.on('message', onMessage as (message: unknown) => void);
    worker.on('error', reject);
    worker.on('exit', (code) => {
      signal.removeEventListener('abort', stop);
      if (signal.aborted) resolve();
      else reject(new Error(`the thread ${file.pathname.split('/').at(-1)} ended with ${code}`));
    });
  });
}
