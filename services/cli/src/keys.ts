import { checkpointKeys, nextKey, openPorts, originOf, readConfiguration, type Ports } from '@ledgerline/host';
import { instantText } from '@ledgerline/kernel';
import { Command } from 'commander';
import { pino } from 'pino';
import { answer, answeringCommand } from './answer.js';

/** `ledgerline keys`: the keys that sign checkpoints. */
export function keysCommand(): Command {
  const keys = new Command('keys').description('the keys that sign checkpoints');
  keys.addCommand(listCommand());
  keys.addCommand(rotateCommand());
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
