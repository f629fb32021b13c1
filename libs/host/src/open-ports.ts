import type { Blobs, Bus, Checkpoints, EventStore, Outlet, ReadModels, TreeStore, Vault } from '@ledgerline/kernel';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Configuration } from './configuration.js';
import { vaultKey, vaultKeyBefore } from './vault-key.js';

/** The adapters that a configuration asks for, opened. The only place that picks them. */
export interface Ports {
  readonly store: EventStore;
  readonly vault: Vault;
  readonly readModels: ReadModels;
  readonly checkpoints: Checkpoints;
  readonly trees: TreeStore;
  readonly blobs: Blobs;
  readonly bus: Bus;
  /** Where the public feed is published; none without a broker. */
  readonly outlet?: Outlet;
  close(): Promise<void>;
}

/**
 * What a process does with the log: `reads` for a thread beside the process that writes; `beside` for another process that writes to
 * the Vault and the tree, not to the log.
 */
export type PortsUse = 'writes' | 'reads' | 'beside';

export async function openPorts(configuration: Configuration, log: Logger, use: PortsUse = 'writes'): Promise<Ports> {
  await mkdir(configuration.data, { recursive: true });
  const blobs = await openBlobs(configuration);
  const readModels = await openReadModels(configuration);
  const own =
    configuration.store === 'jetstream' ? await openCluster(configuration, log) : await openEmbedded(configuration, use);
  const close = async () => {
    await own.close();
    await own.checkpoints.close();
    await readModels.close();
  };
  return { ...own, readModels, blobs, close };
}

async function openBlobs(configuration: Configuration): Promise<Blobs> {
  if (configuration.store === 'memory') {
    const { MemoryBlobs } = await import('@ledgerline/adapter-memory');
    return new MemoryBlobs();
  }
  const { FolderBlobs } = await import('@ledgerline/adapter-folder');
  return new FolderBlobs(join(configuration.data, 'blobs'));
}

async function openEmbedded(configuration: Configuration, use: PortsUse) {
  const { MemoryBus } = await import('@ledgerline/adapter-memory');
  const bus = new MemoryBus();
  const { store, vault, trees } = await openLog(configuration, use);
  const close = async () => {
    await bus.drain();
    await store.close();
    await trees.close();
    await vault.close();
  };
  return { store, vault, trees, bus, checkpoints: await openCheckpoints(configuration), close };
}

async function openLog(configuration: Configuration, use: PortsUse) {
  if (configuration.store === 'memory') {
    const { MemoryEventStore, MemoryTreeStore, MemoryVault } = await import('@ledgerline/adapter-memory');
    return { store: new MemoryEventStore(), vault: new MemoryVault(), trees: new MemoryTreeStore() };
  }
  if (existsSync(join(configuration.data, 'restoring')))
    throw new Error(`a restore to ${configuration.data} was cut off: run "ledgerline restore" again`);
  const { SqliteEventStore, SqliteTreeStore, SqliteVault } = await import('@ledgerline/adapter-sqlite');
  const store = await SqliteEventStore.open(configuration.data, { readOnly: use !== 'writes' });
  const vault = await SqliteVault.open(configuration.data, { readOnly: use === 'reads' });
  const trees = await SqliteTreeStore.open(configuration.data);
  return { store, vault, trees };
}

export async function openReadModels(configuration: Configuration): Promise<ReadModels> {
  switch (configuration.readModels) {
    case 'memory':
      return new (await import('@ledgerline/adapter-memory')).MemoryReadModels();
    case 'sqlite':
      return (await import('@ledgerline/adapter-sqlite')).SqliteReadModels.open(configuration.data);
    case 'mongo':
      return (await import('@ledgerline/adapter-mongo')).MongoReadModels.open(configuration.mongodbUrl);
  }
}

/** Beside an embedded log; a cluster keeps them in NATS. */
async function openCheckpoints(configuration: Configuration): Promise<Checkpoints> {
  switch (configuration.readModels) {
    case 'memory':
      return new (await import('@ledgerline/adapter-memory')).MemoryCheckpoints();
    case 'sqlite':
      return (await import('@ledgerline/adapter-sqlite')).SqliteCheckpoints.open(configuration.data);
    case 'mongo':
      return (await import('@ledgerline/adapter-mongo')).MongoCheckpoints.open(configuration.mongodbUrl);
  }
}

async function openCluster(configuration: Configuration, log: Logger) {
  const { connectNats, JetStreamEventStore, NatsBus, NatsCheckpoints, NatsOutlet, NatsTreeStore, NatsVault } =
    await import('@ledgerline/adapter-nats');
  const connection = await connectNats(configuration.natsUrl, { name: `ledgerline-${configuration.site}` });
  const options = { site: configuration.site, replicas: configuration.replicas };
  const store = await JetStreamEventStore.open(connection, options);
  const checkpoints = await NatsCheckpoints.open(connection, options);
  const trees = await NatsTreeStore.open(connection, options);
  const outlet = await NatsOutlet.open(connection, options);
  const masterKey = await vaultKey(configuration, log);
  const vault = await NatsVault.open(connection, { ...options, masterKey, masterKeyBefore: vaultKeyBefore(configuration) });
  const bus = new NatsBus(connection, { onFailure: (error, subject) => log.error({ err: error, subject }, 'a handler failed') });
  const close = async () => {
    await bus.drain();
    await store.close();
    await vault.close();
    await connection.close();
  };
  return { store, vault, trees, bus, checkpoints, outlet, close };
}
