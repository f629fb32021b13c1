import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');

/** Where servers that were downloaded or built are kept between runs; `npm ci` empties it. */
export const cacheFolder = join(root, 'node_modules', '.cache', 'ledgerline', 'servers');

/** The path of `file` within the cached folder `name`, whether it is there or not. */
export function cached(name: string, file: string): string {
  return join(cacheFolder, name, file);
}

/**
 * Fills the cached folder `name` by letting `fill` work in a fresh folder beside it, which takes its place only once `fill`
 * has succeeded: two processes may do this at once, and the cache never holds half a server.
 */
export async function fillCache(name: string, fill: (folder: string) => Promise<void>): Promise<void> {
  await mkdir(cacheFolder, { recursive: true });
  const fresh = await mkdtemp(join(cacheFolder, `.${name}-`));
  try {
    await fill(fresh);
    await takePlace(fresh, join(cacheFolder, name));
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function takePlace(fresh: string, place: string): Promise<void> {
  try {
    await rename(fresh, place);
  } catch (error) {
    if (!existsSync(place)) throw error;
    await rm(place, { recursive: true, force: true });
    await rename(fresh, place);
  }
}
