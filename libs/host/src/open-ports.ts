import type { Blobs, Bus, Checkpoints, EventStore, ReadModels, Vault } from '@ledgerline/kernel';
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Configuration } from './configuration.js';

/** The adapters that a configuration asks for, opened. The only place that picks them. */
export interface Ports {
  readonly store: EventStore;
  readonly vault: Vault;
  readonly readModels: ReadModels;
  readonly checkpoints: Checkpoints;
  readonly blobs: Blobs;
  readonly bus: Bus;
  close(): Promise<void>;
}

/** What a process does with the log: `reads` for a projection thread beside the process that writes. */
export type PortsUse = 'writes' | 'reads';

export async function openPorts(configuration: Configuration, log: Logger, use: PortsUse = 'writes'): Promise<Ports> {
  await mkdir(configuration.data, { recursive: true });
  const { FolderBlobs } = await import('@ledgerline/adapter-folder');
  const blobs = new FolderBlobs(join(configuration.data, 'blobs'));
  const { readModels, checkpoints } = await openReadModels(configuration);
  if (configuration.store === 'jetstream') return { ...(await openCluster(configuration, log)), readModels, checkpoints, blobs };
  const { MemoryBus } = await import('@ledgerline/adapter-memory');
  const { store, vault } = await openEmbedded(configuration, use);
  const bus = new MemoryBus();
  const close = async () => {
    await bus.drain();
    await store.close();
    await vault.close();
    await readModels.close();
  };
  return { store, vault, readModels, checkpoints, blobs, bus, close };
}

async function openEmbedded(configuration: Configuration, use: PortsUse) {
  if (configuration.store === 'memory') {
    const { MemoryEventStore, MemoryVault } = await import('@ledgerline/adapter-memory');
    return { store: new MemoryEventStore(), vault: new MemoryVault() };
  }
  const { SqliteEventStore, SqliteVault } = await import('@ledgerline/adapter-sqlite');
  const readOnly = use === 'reads';
  const store = await SqliteEventStore.open(configuration.data, { readOnly });
  const vault = await SqliteVault.open(configuration.data, { readOnly });
  return { store, vault };
}

async function openReadModels(configuration: Configuration): Promise<{ readModels: ReadModels; checkpoints: Checkpoints }> {
  switch (configuration.readModels) {
    case 'memory': {
      const { MemoryCheckpoints, MemoryReadModels } = await import('@ledgerline/adapter-memory');
      return { readModels: new MemoryReadModels(), checkpoints: new MemoryCheckpoints() };
    }
    case 'sqlite': {
      const { SqliteCheckpoints, SqliteReadModels } = await import('@ledgerline/adapter-sqlite');
      return {
        readModels: await SqliteReadModels.open(configuration.data),
        checkpoints: await SqliteCheckpoints.open(configuration.data),
      };
    }
    case 'mongo': {
      const { MongoCheckpoints, MongoReadModels } = await import('@ledgerline/adapter-mongo');
      const readModels = await MongoReadModels.open(configuration.mongodbUrl);
      return { readModels, checkpoints: await MongoCheckpoints.open(configuration.mongodbUrl) };
    }
  }
}

async function openCluster(configuration: Configuration, log: Logger) {
  const { connectNats, JetStreamEventStore, NatsBus, NatsVault } = await import('@ledgerline/adapter-nats');
  const connection = await connectNats(configuration.natsUrl, { name: `ledgerline-${configuration.site}` });
  const options = { site: configuration.site, replicas: configuration.replicas };
  const store = await JetStreamEventStore.open(connection, options);
  const masterKey = await vaultKey(configuration, log);
  const vault = await NatsVault.open(connection, { ...options, masterKey });
  const bus = new NatsBus(connection, { onFailure: (error, subject) => log.error({ err: error, subject }, 'a handler failed') });
  const close = async () => {
    await bus.drain();
    await store.close();
    await vault.close();
    await connection.close();
  };
  return { store, vault, bus, close };
}

/** The key that wraps the keys of persons: from `LEDGERLINE_VAULT_KEY`, else a file of the data folder made at first use. */
async function vaultKey(configuration: Configuration, log: Logger): Promise<Uint8Array> {
  if (configuration.vaultKey !== undefined) return createHash('sha256').update(configuration.vaultKey).digest();
  const file = join(configuration.data, 'vault.key');
  try {
    await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
    log.warn({ file }, 'LEDGERLINE_VAULT_KEY is not set: made a key of its own, which every process of the cluster has to share');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return Buffer.from(await readFile(file, 'utf8'), 'base64url');
}
