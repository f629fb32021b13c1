import { constants, cp, mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Copies the blobs that are not there yet: they are written once, under names of their own, and never change. What is being uploaded (`.part`) is
 * none yet. A copy on a file system that can share blocks costs no space.
 *
 * @returns how many there are
 */
export async function copyBlobs(from: string, to: string): Promise<number> {
  let count = 0;
  for await (const name of blobsIn(from)) {
    const target = join(to, name);
    count += 1;
    if (await isThere(target)) continue;
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await cp(join(from, name), target, { mode: constants.COPYFILE_FICLONE, errorOnExist: false });
  }
  return count;
}

async function* blobsIn(folder: string): AsyncGenerator<string> {
  for (const shelf of await entries(folder))
    for (const blob of await entries(join(folder, shelf))) if (!blob.endsWith('.part')) yield join(shelf, blob);
}

async function entries(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(String((error as NodeJS.ErrnoException).code))) return [];
    throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
