import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { ticketFold } from '@ledgerline/domain';
import { openHistory, readConfiguration, type History } from '@ledgerline/host';
import { foldAt, idOf, isBeyond, isBy, LogCheck, type Moment, type StoredCommit } from '@ledgerline/kernel';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { answer, answeringCommand } from './answer.js';
import { instantArgument } from './instant-argument.js';
import { Refused } from './outcome.js';
import { ticketStream } from './replay/find-ticket.js';
import { openWithoutPersonal, openWithPersonal } from './replay/personal-data.js';
import { replayWords, type Replayed } from './replay/replay-words.js';

interface Options extends Moment {
  readonly events?: boolean;
  readonly personal?: boolean;
}

/** `ledgerline replay`: a ticket folded from the log as it stood, beside a running installation too. Nobody's rights are asked. */
export function replayCommand(): Command {
  return answeringCommand('replay', 'show a ticket as it stood, folded from the log')
    .argument('<ticket>', 'its id or number')
    .option('--at <time>', 'what had happened by then (RFC 3339 with offset)', instantArgument)
    .addOption(new Option('--version <number>', 'up to this version').argParser(version).conflicts('at'))
    .option('--known <time>', 'what had been written down by then (RFC 3339 with offset)', instantArgument)
    .option('--events', 'the events too')
    .option('--personal', 'personal fields too, opened with the keys of the Vault')
    .action(
      answer<Options>(async ({ options, signal }, idOrNumber) => {
        const history = await openHistory(readConfiguration(process.env));
        try {
          const replayed = await replay(idOrNumber as string, options, { history, signal });
          return { result: { ...replayed }, words: replayWords(replayed) };
        } finally {
          await history.close();
        }
      }),
    );
}

async function replay(
  idOrNumber: string,
  { events, personal, ...moment }: Options,
  { history, signal }: { readonly history: History; readonly signal: AbortSignal },
): Promise<Replayed> {
  const stream = await ticketStream(idOrNumber, history.store, signal);
  const stored = await history.store.load(stream, { fresh: true });
  if (stored.length === 0) throw new Refused('ticket-not-found', `no ticket in the log has the id ${idOf(stream)}`);
  refuseBroken(stored);
  const commits = personal ? await openWithPersonal(stored, history) : await openWithoutPersonal(stored);
  const all = commits.flatMap((commit) => commit.events);
  const { state: ticket, version: reached } = foldAt(all, ticketFold, moment);
  if (ticket === undefined) throw new Refused('ticket-not-found-then', 'the ticket was not registered then');
  if (isBeyond(moment, reached)) throw new Refused('ticket-not-found-then', `the ticket had come to version ${reached}`);
  const folded = events ? { events: all.filter((event) => isBy(event, moment)) } : {};
  return { id: idOf(stream), version: reached, latest: all.length, ticket, ...folded };
}

/** What is not the stream's history is not shown as if it were. */
function refuseBroken(commits: readonly StoredCommit[]): void {
  const check = new LogCheck(nodeCryptography, false);
  for (const commit of commits) {
    const [misfit] = check.next(commit);
    if (!misfit) continue;
    const { fault, stream, version: first, position } = misfit;
    throw new Refused('history-broken', `${stream} does not fit together at version ${first} (${position}): ${fault}`);
  }
}

function version(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 1.');
  return Number(text);
}
