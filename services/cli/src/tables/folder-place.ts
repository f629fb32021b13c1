import { lockFolder } from '@ledgerline/adapter-sqlite';
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Refused } from '../outcome.js';
import { batchIn } from './batch-text.js';
import { batchPath, type Batch, type ExportPlace } from '@ledgerline/exports';

/** A folder. A file gets its name once it is whole and on the disk; one program writes at a time. */
export class FolderPlace implements ExportPlace {
  private constructor(
    private readonly folder: string,
    private readonly unlock: () => void,
  ) {}

  /** @throws FolderInUse */
  static async open(folder: string): Promise<FolderPlace> {
    await mkdir(join(folder, dirname(batchPath(1))), { recursive: true });
    return new FolderPlace(folder, lockFolder(join(folder, dirname(batchPath(1)))));
  }

  async last(): Promise<Batch | undefined> {
    const names = await readdir(join(this.folder, dirname(batchPath(1))));
    const newest = names.filter((name) => name.endsWith('.json')).sort().at(-1); // prettier-ignore
    if (newest === undefined) return undefined;
    return batchIn(await readFile(join(this.folder, dirname(batchPath(1)), newest), 'utf8'), newest);
  }

  async put(path: string, bytes: Uint8Array): Promise<void> {
    const file = join(this.folder, path);
    const made = await mkdir(dirname(file), { recursive: true });
    // Out of the way of who looks for `*.parquet`: this one name is written again after a crash, so that nothing is left behind.
    const part = join(this.folder, dirname(batchPath(1)), 'being-written.part');
    const handle = await open(part, 'w', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
    await syncFolders(dirname(file), made === undefined ? dirname(file) : dirname(made));
  }

  async conclude(batch: Batch): Promise<void> {
    const last = (await this.last())?.number ?? 0;
    if (batch.number !== last + 1) throw new Refused('written-by-another', `batch ${batch.number} does not follow batch ${last}`);
    await this.put(batchPath(batch.number), Buffer.from(`${JSON.stringify(batch, undefined, 1)}\n`));
  }

  close(): void {
    this.unlock();
  }
}

/** A folder's own name is durable once the one around it is. */
async function syncFolders(folder: string, top: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (folder !== top && folder.length > top.length) await syncFolders(dirname(folder), top);
}
