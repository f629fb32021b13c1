import { backedUpFiles, copyDatabase, databaseIn, SqliteEventStore, SqliteTreeStore } from '@ledgerline/adapter-sqlite';
import { NoLog, readConfiguration, verifyHistory, type Configuration, type Verification } from '@ledgerline/host';
import { instantText } from '@ledgerline/kernel';
import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { answer, answeringCommand } from './answer.js';
import { copyBlobs } from './backup/copy-blobs.js';
import { fileFacts, manifestName, type BackupManifest } from './backup/manifest.js';
import { verificationWords } from './log/fault-words.js';
import { Refused } from './outcome.js';
import { counted, progress } from './progress.js';

interface Options {
  readonly to: string;
  readonly vaultTo?: string;
}

/** `ledgerline backup`: a consistent copy of an embedded installation while it runs. */
export function backupCommand(): Command {
  return answeringCommand('backup', 'copy log, Vault, attachments and signed tree of an embedded installation while it runs')
    .requiredOption('--to <folder>', 'a folder that is not there yet')
    .option('--vault-to <folder>', 'put the Vault, which holds the keys, somewhere else')
    .action(
      answer<Options>(async ({ options: { to, vaultTo }, signal }) => {
        const configuration = readConfiguration(process.env);
        refuseWhatCannotBe(configuration, [to, vaultTo]);
        const manifest = await backUp(configuration, { to: resolve(to), vaultTo: vaultTo && resolve(vaultTo) }, signal);
        const words = [
          `${counted(manifest.commits)} commits and ${counted(manifest.blobs)} attachments copied to ${to}, checked.`,
          `Digest: ${manifest.position ?? ''}=${manifest.digest}`,
          'Whoever has the Vault can read what is sealed in the log: keep it as safe as the installation itself.',
        ];
        return { result: { to, ...manifest }, words };
      }),
    );
}

function refuseWhatCannotBe({ store, data }: Configuration, targets: readonly (string | undefined)[]): void {
  if (store !== 'sqlite')
    throw new Refused(
      'not-embedded',
      'only an embedded log is copied here; of JetStream take "nats stream backup" (docs/operations.md)',
    );
  if (!existsSync(join(data, 'log.sqlite'))) throw new NoLog(`there is no log in ${data}; LEDGERLINE_DATA names the folder`);
  for (const target of targets)
    if (target !== undefined && existsSync(target)) throw new Refused('folder-exists', `${target} is there already`);
}

/**
 * The order makes the copy consistent: what tells how far something came is older than the log, the Vault and the blobs are younger. A key is made
 * before the first event that needs it, an attachment stored before the event that names it.
 */
async function backUp(
  { data, site }: Configuration,
  { to, vaultTo }: { readonly to: string; readonly vaultTo: string | undefined },
  signal: AbortSignal,
): Promise<BackupManifest> {
  for (const folder of [to, vaultTo]) if (folder) await mkdir(folder, { recursive: true, mode: 0o700 });
  const files = [];
  for (const file of backedUpFiles) {
    signal.throwIfAborted();
    const folder = file === 'vault.sqlite' ? (vaultTo ?? to) : to;
    if (await copyDatabase(databaseIn(data, file), databaseIn(folder, file))) files.push(await fileFacts(folder, file));
  }
  const blobs = await copyBlobs(join(data, 'blobs'), join(to, 'blobs'));
  const { checked, fault } = await verifyCopy(to, signal);
  const { position = null, commits, digest } = checked;
  const at = instantText(Date.now());
  const manifest = {
    format: 'ledgerline-backup/1',
    at,
    site,
    position,
    commits,
    digest,
    files,
    vaultApart: vaultTo !== undefined,
    blobs,
  } as const;
  if (fault)
    throw new Refused('log-not-whole', verificationWords({ checked, signed: { checkpoints: 0, commits: 0 }, fault }).join('\n'));
  await writeFile(join(to, manifestName), `${JSON.stringify(manifest, undefined, 2)}\n`, { mode: 0o600, flush: true });
  return manifest;
}

/** A backup of a log that does not fit together would be found out too late. */
export async function verifyCopy(folder: string, signal: AbortSignal): Promise<Verification> {
  const store = await SqliteEventStore.open(folder, { readOnly: true });
  const trees = existsSync(join(folder, 'log-tree.sqlite')) ? await SqliteTreeStore.open(folder, { readOnly: true }) : undefined;
  const told = progress('verifying');
  try {
    return await verifyHistory({ store, trees, folder }, { onPage: ({ commits }) => told.at(commits) }, signal);
  } finally {
    told.end();
    await store.close();
    await trees?.close();
  }
}
