import { beginNewLife, FolderInUse, lockFolder, SqliteTreeStore, SqliteVault } from '@ledgerline/adapter-sqlite';
import { nextKey, originOf, readConfiguration, type Configuration } from '@ledgerline/host';
import { instantText, type KeyId, type Position } from '@ledgerline/kernel';
import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { answer, answeringCommand } from './answer.js';
import { verifyCopy } from './backup.js';
import { copyBlobs } from './backup/copy-blobs.js';
import { fileFacts, readManifest, type BackupManifest } from './backup/manifest.js';
import { Refused } from './outcome.js';
import { counted } from './progress.js';

interface Options {
  readonly from: string;
  readonly vaultFrom?: string;
  readonly destroyed?: readonly string[];
}

/** `ledgerline restore`: a backup in the place of what the data folder has. */
export function restoreCommand(): Command {
  return answeringCommand('restore', 'put a backup in the place of what the data folder has; the log begins another life')
    .requiredOption('--from <folder>', 'the backup')
    .option('--vault-from <folder>', 'its Vault, where that was put somewhere else')
    .option('--destroyed <file...>', 'lists of keys that were destroyed since (erased-keys.txt): they are destroyed again')
    .action(
      answer<Options>(async ({ options, signal }) => {
        const configuration = readConfiguration(process.env);
        const from = resolve(options.from);
        const manifest = await readManifest(from);
        const vault = join(options.vaultFrom ?? from, 'vault.sqlite');
        await refuseWhatIsNotWhole(from, vault, manifest, signal);
        const unlock = lockData(configuration.data);
        try {
          const destroyed = await destroyedSince(configuration.data, options.destroyed ?? []);
          const drafted = await draft(configuration, { from, vault, destroyed });
          const replaced = await putInPlace(configuration.data, drafted);
          return told(manifest, { ...drafted, replaced }, configuration);
        } finally {
          unlock();
        }
      }),
    );
}

function told(
  { commits, at }: BackupManifest,
  { position, again, replaced }: Drafted & { readonly replaced: string | null },
  { data }: Configuration,
) {
  const words = [
    `${counted(commits)} commits of ${at} restored to ${data}; the log's new life begins at ${position}.`,
    `${counted(again)} keys that were destroyed since were destroyed again.`,
    'Lists are filled anew when Ledgerline starts. Positions given out before get "log-restored".',
    ...(replaced === null
      ? []
      : [`What was there lies in ${replaced}: remove it once you need it no more. It holds personal data.`]),
  ];
  return { result: { data, commits, position, destroyedAgain: again, replaced }, words };
}

async function refuseWhatIsNotWhole(from: string, vault: string, manifest: BackupManifest, signal: AbortSignal): Promise<void> {
  for (const { name, sha256 } of manifest.files) {
    const folder = name === 'vault.sqlite' ? resolve(vault, '..') : from;
    if (!existsSync(join(folder, name)))
      throw new Refused('backup-not-whole', `${join(folder, name)} is not there; --vault-from names the Vault`);
    const found = await fileFacts(folder, name);
    if (found.sha256 !== sha256) throw new Refused('backup-not-whole', `${name} is not the file that was backed up`);
  }
  const { checked, fault } = await verifyCopy(from, signal);
  if (fault || checked.digest !== manifest.digest)
    throw new Refused('backup-not-whole', `the log in it does not fit together (${fault?.fault ?? 'digest-differs'})`);
}

function lockData(data: string): () => void {
  try {
    return existsSync(data) ? lockFolder(data) : () => undefined;
  } catch (error) {
    if (error instanceof FolderInUse)
      throw new Refused('folder-in-use', `Ledgerline is running on ${data}: stop it first`, { cause: error });
    throw error;
  }
}

/** What the Vault that is replaced, those replaced before, and the lists that were kept elsewhere know as destroyed. */
async function destroyedSince(data: string, lists: readonly string[]): Promise<readonly KeyId[]> {
  const found = new Set<KeyId>();
  const before = existsSync(data)
    ? (await readdir(data)).filter((name) => name.startsWith('replaced-') || name === restoring)
    : [];
  for (const folder of [data, ...before.map((name) => join(data, name))]) {
    if (!existsSync(join(folder, 'vault.sqlite'))) continue;
    const vault = await SqliteVault.open(folder, { readOnly: true });
    for (const key of await vault.destroyed()) found.add(key);
    await vault.close();
  }
  const kept = join(data, 'erased-keys.txt');
  for (const list of [...lists, ...(existsSync(kept) ? [kept] : [])])
    for (const line of (await readFile(list, 'utf8')).split('\n')) if (/^[a-z0-9]{16,40}$/.test(line)) found.add(line);
  return [...found];
}

interface Drafted {
  readonly folder: string;
  readonly position: Position;
  readonly again: number;
}

/** Everything is made ready in a folder inside the data folder, so that putting it in place is renaming alone. */
async function draft(
  { data, site }: Configuration,
  { from, vault, destroyed }: { readonly from: string; readonly vault: string; readonly destroyed: readonly KeyId[] },
): Promise<Drafted> {
  const folder = join(data, restoring);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of ['checkpoints.sqlite', 'log-tree.sqlite', 'log.sqlite'])
    if (existsSync(join(from, name))) await cp(join(from, name), join(folder, name));
  await cp(vault, join(folder, 'vault.sqlite'));
  await copyBlobs(join(from, 'blobs'), join(folder, 'blobs'));
  const position = beginNewLife(folder);
  const keys = await SqliteVault.open(folder);
  const known = new Set(await keys.destroyed());
  const again = destroyed.filter((key) => !known.has(key));
  await keys.destroy(again);
  const trees = await SqliteTreeStore.open(folder);
  await nextKey(trees, keys, originOf(site, position), instantText(Date.now()));
  await trees.close();
  await keys.close();
  await writeFile(join(folder, 'erased-keys.txt'), [...known, ...again].map((key) => `${key}\n`).join(''), { mode: 0o600 });
  return { folder, position, again: again.length };
}

/** A start is refused while this folder is there: a restore that was cut off is run again. */
const restoring = 'restoring';

/** @returns where what was there lies now */
async function putInPlace(data: string, { folder }: Drafted): Promise<string | null> {
  const stays = [restoring, 'writer.lock', 'vault.key'];
  const old = (await readdir(data)).filter((name) => !stays.includes(name) && !name.startsWith('replaced-'));
  const replaced = join(data, `replaced-${instantText(Date.now()).replaceAll(/[:.]/g, '-')}`);
  if (old.length > 0) await mkdir(replaced, { mode: 0o700 });
  for (const name of old) await rename(join(data, name), join(replaced, name));
  for (const name of await readdir(folder)) await rename(join(folder, name), join(data, name));
  await rm(folder, { recursive: true });
  return old.length > 0 ? replaced : null;
}
