import type { StoredCommit } from '@ledgerline/kernel';
import { jetstreamManager } from '@nats-io/jetstream';
import { headers, nuid, type NatsConnection } from '@nats-io/transport-node';
import { ackTimeout } from './commit-publisher.js';
import { factsOf } from './jetstream-event-store.js';
import { ensureLog, logName } from './log-stream.js';

/** Messages, and characters, in one atomic batch. */
const [largest, largestBatch] = [256, 4 * 1024 * 1024];

interface AdoptOptions {
  readonly site: string;
  readonly period?: string;
  readonly replicas: number;
  /** The log's epoch is taken over: positions keep their meaning but for the log's name. */
  readonly epoch: string;
}

/** The log in JetStream is another one, or somebody else writes to it. */
export class NotTheSameLog extends Error {
  override readonly name = 'NotTheSameLog';
  readonly code = 'not-the-same-log';
}

/** Takes a whole log over into JetStream, commit by commit under the same sequences; goes on where an earlier run stopped. */
export class LogAdoption {
  private constructor(
    private readonly connection: NatsConnection,
    private readonly site: string,
    /** How many commits are there already. */
    readonly adopted: number,
  ) {}

  /** @throws NotTheSameLog where there is a log of that site with another epoch */
  static async begin(connection: NatsConnection, { period = 'p0', ...options }: AdoptOptions): Promise<LogAdoption> {
    const manager = await jetstreamManager(connection, { timeout: ackTimeout });
    const found = await ensureLog(manager, { ...options, period });
    if (found !== options.epoch)
      throw new NotTheSameLog(`the log of ${options.site} in NATS has the epoch ${found}, not ${options.epoch}`);
    const { state } = await manager.streams.info(logName(options.site, period));
    return new LogAdoption(connection, options.site, state.last_seq);
  }

  /** The next commits, which have to follow what is there: the sequence of each is its number in the log. */
  async append(commits: readonly StoredCommit[], after: number): Promise<void> {
    let from = 0;
    while (from < commits.length) {
      const batch = batchAt(commits, from);
      await this.publish(batch, after + from);
      from += batch.length;
    }
  }

  private async publish(batch: readonly StoredCommit[], after: number): Promise<void> {
    const id = nuid.next();
    for (const [place, commit] of batch.entries()) {
      const marked = headers();
      for (const [name, value] of Object.entries(factsOf(commit))) marked.set(name, value);
      marked.set('Nats-Batch-Id', id);
      marked.set('Nats-Batch-Sequence', String(place + 1));
      if (place === 0) marked.set('Nats-Expected-Last-Sequence', String(after));
      const subject = `log.${this.site}.${commit.stream}`;
      if (place < batch.length - 1) {
        this.connection.publish(subject, commit.text, { headers: marked });
        continue;
      }
      marked.set('Nats-Batch-Commit', '1');
      const answer = await this.connection.request(subject, commit.text, { headers: marked, timeout: 4 * ackTimeout });
      const { seq, error } = answer.json<{ seq: number; error?: { description: string } }>();
      if (error || seq !== after + batch.length)
        throw new NotTheSameLog(error?.description ?? `commit ${after + batch.length} got the sequence ${seq}`);
    }
  }
}

function batchAt(commits: readonly StoredCommit[], from: number): readonly StoredCommit[] {
  let [end, size] = [from, 0];
  while (
    end < commits.length &&
    end - from < largest &&
    (end === from || size + (commits[end]?.text.length ?? 0) <= largestBatch)
  ) {
    size += commits[end]?.text.length ?? 0;
    end += 1;
  }
  return commits.slice(from, end);
}
