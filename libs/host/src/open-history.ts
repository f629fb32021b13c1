import { LogUnavailable, type EventStore, type TreeStore, type Vault } from '@ledgerline/kernel';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from './configuration.js';
import { existingVaultKey, vaultKeyBefore } from './vault-key.js';

/** The log for reading, beside whoever writes it or while nobody does. Opening it makes and changes nothing. */
export interface History {
  readonly store: EventStore;
  /** The tree that was signed over it; undefined where there is none yet. */
  readonly trees: TreeStore | undefined;
  /** Where it lies, if other threads can open it for themselves. */
  readonly folder?: string;
  /** The keys of persons; asked for only by who is to see personal data. */
  vault(): Promise<Vault>;
  close(): Promise<void>;
}

/** There is no log where the configuration says. */
export class NoLog extends Error {
  override readonly name = 'NoLog';
  readonly code = 'no-log';
}

/** @throws NoLog, LogUnavailable where NATS does not answer within 3 s */
export async function openHistory(configuration: Configuration): Promise<History> {
  switch (configuration.store) {
    case 'memory':
      throw new NoLog('LEDGERLINE_STORE=memory keeps no log');
    case 'sqlite':
      return openFolder(configuration.data);
    case 'jetstream':
      return openJetStream(configuration);
  }
}

async function openFolder(data: string): Promise<History> {
  if (!existsSync(join(data, 'log.sqlite'))) throw new NoLog(`there is no log in ${data}; LEDGERLINE_DATA names the folder`);
  const { SqliteEventStore, SqliteTreeStore, SqliteVault } = await import('@ledgerline/adapter-sqlite');
  const store = await SqliteEventStore.open(data, { readOnly: true });
  const trees = existsSync(join(data, 'log-tree.sqlite')) ? await SqliteTreeStore.open(data, { readOnly: true }) : undefined;
  let vault: Vault | undefined;
  return {
    store,
    trees,
    folder: data,
    vault: async () => (vault ??= await SqliteVault.open(data, { readOnly: true })),
    close: async () => {
      await store.close();
      await trees?.close();
      await vault?.close();
    },
  };
}

async function openJetStream(configuration: Configuration): Promise<History> {
  const { connectNats, JetStreamEventStore, NatsTreeStore, NatsVault } = await import('@ledgerline/adapter-nats');
  const { site, natsUrl, replicas } = configuration;
  const connection = await connectNats(natsUrl, { name: `ledgerline-${site}-reader`, patient: false }).catch((error: unknown) => {
    throw new LogUnavailable('no NATS server answers; NATS_URL names it', { cause: error });
  });
  const close = async () => connection.close();
  try {
    const store = await JetStreamEventStore.openExisting(connection, { site });
    if (store === undefined) throw new NoLog(`NATS has no log of the site "${site}"; LEDGERLINE_SITE names it`);
    const vault = async () => {
      const keys = { masterKey: await existingVaultKey(configuration), masterKeyBefore: vaultKeyBefore(configuration) };
      return NatsVault.open(connection, { site, replicas, ...keys });
    };
    const trees = await NatsTreeStore.openExisting(connection, { site });
    return { store, trees, vault, close };
  } catch (error) {
    await close();
    throw error;
  }
}
