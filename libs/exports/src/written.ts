import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Writes on; a slow reader is waited for. @throws Error where nobody reads any more */
export async function written(out: Writable, text: string | Uint8Array): Promise<void> {
  if (out.destroyed) throw gone();
  if (text.length === 0 || out.write(text)) return;
  const over = new AbortController();
  const { signal } = over;
  try {
    await Promise.race([
      once(out, 'drain', { signal }),
      once(out, 'close', { signal }).then(() => {
        throw gone();
      }),
    ]);
  } finally {
    over.abort();
  }
}

function gone(): Error {
  return new Error('nobody reads what is written');
}
