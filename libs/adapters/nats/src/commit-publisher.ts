import { AppendOutcomeUnknown, LogUnavailable } from '@ledgerline/kernel';
import { errors, headers, nuid, type MsgHdrs, type NatsConnection } from '@nats-io/transport-node';
import { wrongLastSequence } from './log-stream.js';
import { isOf } from './nats-bus.js';

/** A commit on its way: the guard is the JetStream sequence of the subject's last message, 0 for its first. */
export interface Publication {
  readonly subject: string;
  readonly guard: number;
  readonly body: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** JetStream sequence of the message, or `conflict` where the guard was wrong: nothing was written then. */
export type Published = number | 'conflict';

interface Waiting {
  readonly publication: Publication;
  readonly resolve: (published: Published) => void;
  readonly reject: (error: unknown) => void;
}

interface Answer {
  readonly seq: number;
  readonly error?: { readonly err_code: number; readonly description: string };
}

/** Fewer than these go as a message each; the figures are in ADR 0003. */
const fewest = 8;
const largest = 256;
/** Characters in one batch. */
const largestBatch = 4 * 1024 * 1024;
const mostWaiting = 10_000;
/** Milliseconds to wait for the server's acknowledgement, which comes after its fsync. */
export const ackTimeout = 5_000;

/**
 * Group commit over JetStream: what comes while a group is on its way goes into the next one, as one atomic batch, so that
 * the server waits for its disk once and not once a message (ADR 0003). A batch that is refused is sent again one by one:
 * the one whose guard is wrong does not take the others with it.
 */
export class CommitPublisher {
  private readonly waiting: Waiting[] = [];
  private running: Promise<void> | undefined;

  constructor(private readonly connection: NatsConnection) {}

  /** @throws LogUnavailable (not written), AppendOutcomeUnknown */
  publish(publication: Publication): Promise<Published> {
    if (this.waiting.length >= mostWaiting) return Promise.reject(new LogUnavailable(`${mostWaiting} commits are waiting`));
    return new Promise((resolve, reject) => {
      this.waiting.push({ publication, resolve, reject });
      this.running ??= this.run();
    });
  }

  /** Resolves when everything taken has an outcome. */
  async finish(): Promise<void> {
    while (this.running) await this.running;
  }

  private async run(): Promise<void> {
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const group = this.nextGroup();
      await (group.length < fewest ? this.oneByOne(group) : this.together(group));
    }
    this.running = undefined;
  }

  /** One commit of a subject at most: a second one could only be guarded by a sequence that is not there yet. */
  private nextGroup(): readonly Waiting[] {
    const group: Waiting[] = [];
    const subjects = new Set<string>();
    let size = 0;
    while (group.length < largest) {
      const next = this.waiting[0];
      if (!next || subjects.has(next.publication.subject)) break;
      size += next.publication.body.length;
      if (group.length > 0 && size > largestBatch) break;
      subjects.add(next.publication.subject);
      group.push(next);
      this.waiting.shift();
    }
    return group;
  }

  private async oneByOne(group: readonly Waiting[]): Promise<void> {
    await Promise.all(
      group.map(async ({ publication, resolve, reject }) => {
        try {
          const answer = await this.request(publication, headed(publication));
          if (answer.error === undefined) return resolve(answer.seq);
          if (wrongLastSequence.includes(answer.error.err_code)) return resolve('conflict');
          reject(new LogUnavailable(`${answer.error.err_code} ${answer.error.description}`));
        } catch (error) {
          reject(error);
        }
      }),
    );
  }

  /** A batch's messages have consecutive sequences, of which the answer gives the last. */
  private async together(group: readonly Waiting[]): Promise<void> {
    const id = nuid.next();
    const last = group.at(-1) as Waiting;
    try {
      for (const [place, { publication }] of group.slice(0, -1).entries()) {
        const marked = headed(publication, { 'Nats-Batch-Id': id, 'Nats-Batch-Sequence': String(place + 1) });
        this.connection.publish(publication.subject, publication.body, { headers: marked });
      }
      const ending = { 'Nats-Batch-Id': id, 'Nats-Batch-Sequence': String(group.length), 'Nats-Batch-Commit': '1' };
      const answer = await this.request(last.publication, headed(last.publication, ending));
      if (answer.error !== undefined) return await this.oneByOne(group);
      for (const [place, { resolve }] of group.entries()) resolve(answer.seq - (group.length - 1 - place));
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  private async request({ subject, body }: Publication, facts: MsgHdrs): Promise<Answer> {
    try {
      return (await this.connection.request(subject, body, { headers: facts, timeout: ackTimeout })).json<Answer>();
    } catch (error) {
      if (isOf(error, errors.NoRespondersError)) throw new LogUnavailable('no JetStream answers', { cause: error });
      throw new AppendOutcomeUnknown('no acknowledgement came', { cause: error });
    }
  }
}

function headed({ guard, facts }: Publication, more: Readonly<Record<string, string>> = {}): MsgHdrs {
  const named = headers();
  const all = { ...facts, 'Nats-Expected-Last-Subject-Sequence': String(guard), ...more };
  for (const [name, value] of Object.entries(all)) named.set(name, value);
  return named;
}
