import {
  checkpointKeys,
  existingVaultKey,
  nextKey,
  openPorts,
  originOf,
  readConfiguration,
  type Ports,
  vaultKeyBefore,
} from '@ledgerline/host';
import { instantText } from '@ledgerline/kernel';
import { Command } from 'commander';
import { pino } from 'pino';
import { answer, answeringCommand } from './answer.js';
import { Refused } from './outcome.js';
import { progress } from './progress.js';

/** `ledgerline keys`: the keys that sign checkpoints, and what seals the keys of persons. */
export function keysCommand(): Command {
  const keys = new Command('keys').description('the keys that sign checkpoints; the key that seals the Vault of a cluster');
  keys.addCommand(listCommand());
  keys.addCommand(rotateCommand());
  keys.addCommand(rewrapCommand());
  return keys;
}

function listCommand(): Command {
  return answeringCommand('list', 'print the public keys, for whoever verifies without trusting this installation').action(
    answer(async () =>
      withPorts(async ({ trees }) => {
        const keys = (await checkpointKeys(trees)).map(({ number, key, at }) => ({ number, at, key: key.text }));
        return { result: { keys }, words: keys.map(({ number, at, key }) => `${number}  since ${at}  ${key}`) };
      }),
    ),
  );
}

function rotateCommand(): Command {
  return answeringCommand('rotate', 'make another key; the one in use hands over to it').action(
    answer(async () =>
      withPorts(async ({ store, trees, vault }, site) => {
        const { number, key, at } = await nextKey(trees, vault, originOf(site, await store.end()), instantText(Date.now()));
        const words = [`Checkpoints are signed with key ${number} from the next one on:`, key.text];
        return { result: { number, at, key: key.text }, words };
      }),
    ),
  );
}

function rewrapCommand(): Command {
  return answeringCommand(
    'rewrap',
    'seal the Vault of a cluster with LEDGERLINE_VAULT_KEY, where it is still sealed with …_BEFORE',
  ).action(
    answer(async () => {
      const configuration = readConfiguration(process.env);
      if (configuration.store !== 'jetstream')
        throw new Refused('not-a-cluster', 'an embedded Vault is a file: it has no vault key');
      const { connectNats, NatsVault } = await import('@ledgerline/adapter-nats');
      const connection = await connectNats(configuration.natsUrl, { name: 'ledgerline-keys', patient: false });
      try {
        const keys = { masterKey: await existingVaultKey(configuration), masterKeyBefore: vaultKeyBefore(configuration) };
        const vault = await NatsVault.open(connection, { ...configuration, ...keys });
        const told = progress('sealing');
        let looked = 0;
        const rewrapped = await vault.rewrap(() => told.at((looked += 1)));
        told.end();
        return { result: { looked, rewrapped }, words: [`${rewrapped} of ${looked} keys were sealed anew.`] };
      } finally {
        await connection.close();
      }
    }),
  );
}

/** Beside a running installation too: the log is opened for reading. */
async function withPorts<Result>(work: (ports: Ports, site: string) => Promise<Result>): Promise<Result> {
  const configuration = readConfiguration(process.env);
  const ports = await openPorts(configuration, pino({ level: configuration.logLevel }, pino.destination(2)), 'beside');
  try {
    return await work(ports, configuration.site);
  } finally {
    await ports.close();
  }
}
