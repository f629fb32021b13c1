import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refused } from '../outcome.js';

/** What stands in `backup.json`, written last: a folder without it is no backup. */
export interface BackupManifest {
  readonly format: 'ledgerline-backup/1';
  readonly at: string;
  readonly site: string;
  /** The log's end, and the digest over it (`ledgerline verify`). */
  readonly position: string | null;
  readonly commits: number;
  readonly digest: string;
  readonly files: readonly BackedUpFile[];
  /** Where the Vault is not in the same folder. */
  readonly vaultApart: boolean;
  readonly blobs: number;
}

export interface BackedUpFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export const manifestName = 'backup.json';

/** @throws Refused where the folder is no whole backup */
export async function readManifest(folder: string): Promise<BackupManifest> {
  let text: string;
  try {
    text = await readFile(join(folder, manifestName), 'utf8');
  } catch (error) {
    throw new Refused('not-a-backup', `${folder} has no ${manifestName}: it is no backup, or one that was cut off`, {
      cause: error,
    });
  }
  const manifest = JSON.parse(text) as Partial<BackupManifest>;
  if (manifest.format !== 'ledgerline-backup/1' || !Array.isArray(manifest.files))
    throw new Refused('not-a-backup', `${folder}/${manifestName} is of no format that is known here`);
  return manifest as BackupManifest;
}

export async function fileFacts(folder: string, name: string): Promise<BackedUpFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of createReadStream(join(folder, name)) as AsyncIterable<Buffer>) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { name, bytes, sha256: hash.digest('hex') };
}
