import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { chmod, open, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { Refused } from '../outcome.js';

/** Writes a file that gets its name once it is whole and durable. @throws Refused where another is being written, or was left half written */
export function wholeFile<Answer>(file: string, write: (out: Writable) => Promise<Answer>): Promise<Answer> {
  return wholeFileAt(file, async (part) => {
    const out = createWriteStream(part, { flags: 'wx', mode: 0o600 });
    // From the beginning: what is still on its way when the stream is given up would be an error that nobody listens to.
    const written = finished(out);
    const ended = written.catch(() => undefined);
    try {
      await once(out, 'open');
      const answer = await write(out);
      out.end();
      await written;
      return answer;
    } catch (error) {
      out.destroy();
      await ended;
      throw error;
    }
  });
}

/** The same of a file that something else writes by its name. */
export async function wholeFileAt<Answer>(file: string, write: (part: string) => Promise<Answer>): Promise<Answer> {
  const part = `${file}.part`;
  if (existsSync(part)) throw new Refused('file-exists', `${part} is there already: something writes it, or was cut off`);
  try {
    const answer = await write(part);
    await chmod(part, 0o600);
    await sync(part);
    await rename(part, file);
    await sync(dirname(resolve(file)));
    return answer;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await rm(part, { force: true });
    throw error;
  }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync();
  await handle.close();
}
