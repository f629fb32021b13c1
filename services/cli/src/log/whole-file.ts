import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

/** Writes a file that gets its name once it is whole and durable. */
export async function wholeFile<Answer>(file: string, write: (out: Writable) => Promise<Answer>): Promise<Answer> {
  const part = `${file}.part`;
  const out = createWriteStream(part, { flags: 'wx', mode: 0o600 });
  try {
    await once(out, 'open');
    const answer = await write(out);
    out.end();
    await finished(out);
    await sync(part);
    await rename(part, file);
    await sync(dirname(resolve(file)));
    return answer;
  } catch (error) {
    out.destroy();
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await rm(part, { force: true });
    throw error;
  }
}

/** A slow reader is waited for. */
export async function written(out: Writable, text: string | Uint8Array): Promise<void> {
  if (text.length > 0 && !out.write(text)) await once(out, 'drain');
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync();
  await handle.close();
}
