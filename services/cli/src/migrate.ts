import {
  FolderInUse,
  lockFolder,
  SqliteCheckpoints,
  SqliteEventStore,
  SqliteTreeStore,
  SqliteVault,
} from '@ledgerline/adapter-sqlite';
import { existingVaultKey, NoLog, readConfiguration, type Configuration } from '@ledgerline/host';
import type { Command } from 'commander';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { answer, answeringCommand } from './answer.js';
import type { Embedded } from './migrate/embedded.js';
import { moveKeys } from './migrate/move-keys.js';
import { moveLog } from './migrate/move-log.js';
import { movePositions } from './migrate/move-positions.js';
import { moveTree } from './migrate/move-tree.js';
import { Refused } from './outcome.js';
import { counted } from './progress.js';

interface Options {
  readonly from: string;
}

/** `ledgerline migrate`: an embedded installation to JetStream, bytes and hashes unchanged. */
export function migrateCommand(): Command {
  return answeringCommand(
    'migrate',
    'move an embedded installation to JetStream: the same bytes, hashes and order; run again, it goes on',
  )
    .requiredOption('--from <folder>', 'the data folder of the embedded installation, which must not be running')
    .action(
      answer<Options>(async ({ options: { from }, signal }) => {
        const configuration = readConfiguration({ ...process.env, LEDGERLINE_STORE: 'jetstream' });
        const folder = resolve(from);
        if (!existsSync(join(folder, 'log.sqlite'))) throw new NoLog(`there is no log in ${folder}`);
        const unlock = locked(folder);
        try {
          const embedded = await open(folder);
          const moved = await move(embedded, configuration, signal);
          for (const part of Object.values(embedded)) await part.close();
          return { result: { from: folder, ...moved }, words: wordsOf(moved, configuration) };
        } finally {
          unlock();
        }
      }),
    );
}

type Moved = Awaited<ReturnType<typeof move>>;

async function move(embedded: Embedded, configuration: Configuration, signal: AbortSignal) {
  const { connectNats } = await import('@ledgerline/adapter-nats');
  const masterKey = await existingVaultKey(configuration);
  const connection = await connectNats(configuration.natsUrl, { name: 'ledgerline-migrate', patient: false });
  try {
    const keys = await moveKeys(embedded, connection, { ...configuration, masterKey });
    const log = await moveLog(embedded, connection, configuration, signal);
    await moveTree(embedded, connection, configuration);
    const positions = await movePositions(embedded, connection, configuration);
    return { ...log, keys, positions };
  } finally {
    await connection.close();
  }
}

function wordsOf({ commits, alreadyThere, digest, position, keys }: Moved, { site }: Configuration): readonly string[] {
  return [
    `${counted(commits)} commits are in JetStream as log of the site "${site}" (${counted(alreadyThere)} were there already), verified: the same digest.`,
    `Digest: ${position}=${digest}`,
    `${counted(keys)} keys are in its Vault, wrapped with the vault key.`,
    'Put the folder blobs/ into the data folder of the gateway. Lists are filled anew when the services start.',
  ];
}

function locked(folder: string): () => void {
  try {
    return lockFolder(folder);
  } catch (error) {
    if (error instanceof FolderInUse)
      throw new Refused('folder-in-use', `Ledgerline is running on ${folder}: stop it first`, { cause: error });
    throw error;
  }
}

async function open(folder: string): Promise<Embedded> {
  return {
    store: await SqliteEventStore.open(folder, { readOnly: true }),
    vault: await SqliteVault.open(folder),
    trees: await SqliteTreeStore.open(folder),
    checkpoints: await SqliteCheckpoints.open(folder),
  };
}
