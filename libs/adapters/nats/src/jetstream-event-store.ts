import {
  LogRestored, LogUnavailable, pointsOf, positionOf, RecentMap, UnknownPosition,
  type AppendOutcome, type EventStore, type FollowOptions, type LoadOptions, type Position, type SealedCommit, type StoredCommit, type StreamName,
} from '@ledgerline/kernel'; // prettier-ignore
import { jetstreamManager, type JetStreamManager, type StoredMsg } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { ackTimeout, CommitPublisher } from './commit-publisher.js';
import { ensureLog, epochOf, logName, subjectsOf } from './log-stream.js';

export interface JetStreamEventStoreOptions {
  readonly site: string;
  /** Birth period of the streams (ADR 0001). */
  readonly period?: string;
  readonly replicas?: number;
}

interface Tail {
  readonly sequence: number;
  readonly last: number;
  readonly hash: string;
}

/** What a reader of the log needs without parsing the commit. */
const versionsHeader = 'Ledgerline-Versions';
const hashHeader = 'Ledgerline-Hash';

/** The log in JetStream: one message a commit, guarded by the sequence of the subject's last message (ADR 0001, 0003). */
export class JetStreamEventStore implements EventStore {
  readonly capabilities = { name: 'jetstream', durable: true, totalOrder: true, gapless: true };
  private readonly publisher: CommitPublisher;
  private readonly tails = new RecentMap<StreamName, Tail>(50_000);
  private readonly log: string;
  private closed = false;

  private constructor(
    private readonly connection: NatsConnection,
    private readonly manager: JetStreamManager,
    private readonly epoch: string,
    private readonly options: Required<JetStreamEventStoreOptions>,
  ) {
    this.publisher = new CommitPublisher(connection);
    this.log = logName(options.site, options.period);
  }

  /** Makes the JetStream stream where there is none. */
  static async open(connection: NatsConnection, given: JetStreamEventStoreOptions): Promise<JetStreamEventStore> {
    const options = { period: 'p0', replicas: 1, ...given };
    const manager = await jetstreamManager(connection, { timeout: ackTimeout });
    const epoch = await ensureLog(manager, options);
    return new JetStreamEventStore(connection, manager, epoch, options);
  }

  /** Makes nothing; undefined where there is no log of that site and period. */
  static async openExisting(
    connection: NatsConnection,
    given: JetStreamEventStoreOptions,
  ): Promise<JetStreamEventStore | undefined> {
    const options = { period: 'p0', replicas: 1, ...given };
    const manager = await jetstreamManager(connection, { timeout: ackTimeout });
    const epoch = await epochOf(manager, logName(options.site, options.period));
    return epoch === undefined ? undefined : new JetStreamEventStore(connection, manager, epoch, options);
  }

  async append(commit: SealedCommit): Promise<AppendOutcome> {
    if (this.closed) throw new LogUnavailable('closed');
    const tail = commit.first === 1 ? undefined : await this.tailOf(commit.stream);
    if (commit.first !== (tail?.last ?? 0) + 1 || commit.previous !== (tail?.hash ?? null)) {
      this.tails.delete(commit.stream);
      return { kind: 'conflict' };
    }
    this.tails.delete(commit.stream);
    const facts = factsOf(commit);
    const publication = { subject: this.subject(commit.stream), guard: tail?.sequence ?? 0, body: commit.text, facts };
    const published = await this.publisher.publish(publication);
    if (published === 'conflict') return { kind: 'conflict' };
    this.tails.set(commit.stream, { sequence: published, last: commit.last, hash: commit.hash });
    return { kind: 'appended', position: this.position(published) };
  }

  async load(stream: StreamName, { after = 0, fresh = false }: LoadOptions = {}): Promise<readonly StoredCommit[]> {
    const known = this.tails.get(stream);
    const newest = fresh ? await this.lastOf(stream) : undefined;
    if (fresh && (newest === undefined || newest.last <= after)) return [];
    const from = known && known.last === after ? known.sequence + 1 : 1;
    let commits = await this.batch({ seq: from, next_by_subj: this.subject(stream), batch: 10_000 });
    if (newest && (commits.at(-1)?.last ?? after) < newest.last) commits = await this.fromLeader(stream, newest.last);
    const tail = commits.at(-1);
    if (tail) this.remember(tail);
    return commits.filter(({ last }) => last > after);
  }

  async read(after: Position | undefined, limit: number): Promise<readonly StoredCommit[]> {
    return this.batch({ seq: this.sequence(after) + 1, batch: limit });
  }

  /** Reads by sequence; a plain subscription only says that there may be more, and a look a second makes up for what it missed. */
  async *follow(after: Position | undefined, { signal, batch = 500 }: FollowOptions): AsyncIterable<readonly StoredCommit[]> {
    let from = this.sequence(after);
    let wake: () => void = () => undefined;
    let heard = 0;
    const subscription = this.connection.subscribe(subjectsOf(this.options.site), {
      callback: () => {
        heard += 1;
        wake();
      },
    });
    try {
      while (!signal.aborted) {
        const before = heard;
        const commits = await this.batch({ seq: from + 1, batch });
        const last = commits.at(-1);
        if (last) {
          from = this.sequence(last.position);
          yield commits;
          continue;
        }
        await new Promise<void>((resolve) => {
          wake = resolve;
          signal.addEventListener('abort', () => resolve(), { once: true });
          setTimeout(resolve, heard > before ? 3 : 1_000).unref();
        });
      }
    } finally {
      subscription.unsubscribe();
    }
  }

  async end(): Promise<Position> {
    const { state } = await this.manager.streams.info(this.log);
    return this.position(state.last_seq);
  }

  compare(a: Position, b: Position): number {
    return this.sequence(a) - this.sequence(b);
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.publisher.finish();
  }

  private async tailOf(stream: StreamName): Promise<Tail | undefined> {
    return this.tails.get(stream) ?? this.lastOf(stream);
  }

  /** The stream's last commit, from the leader. */
  private async lastOf(stream: StreamName): Promise<Tail | undefined> {
    const message = await this.manager.streams.getMessage(this.log, { last_by_subj: this.subject(stream) });
    if (!message) return undefined;
    const { last, hash } = this.stored(message);
    const tail = { sequence: message.seq, last, hash };
    return tail;
  }

  private async fromLeader(stream: StreamName, last: number): Promise<readonly StoredCommit[]> {
    const commits: StoredCommit[] = [];
    for (let from = 1; (commits.at(-1)?.last ?? 0) < last;) {
      const message = await this.manager.streams.getMessage(this.log, { seq: from, next_by_subj: this.subject(stream) } as never);
      if (!message) return commits;
      commits.push(this.stored(message));
      from = message.seq + 1;
    }
    return commits;
  }

  private async batch(query: { seq: number; batch: number; next_by_subj?: string }): Promise<readonly StoredCommit[]> {
    const commits: StoredCommit[] = [];
    try {
      for await (const message of await this.manager.direct.getBatch(this.log, query as never))
        commits.push(this.stored(message));
    } catch (error) {
      if (!isNothingThere(error)) throw error;
    }
    return commits;
  }

  private stored(message: StoredMsg): StoredCommit {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(message.data);
    const [first = 0, last = 0] = message.header.get(versionsHeader).split('-').map(Number);
    const stream = message.subject.split('.').slice(2).join('.') as StreamName;
    const { previous } = /"previous":(?:null|"(?<previous>[A-Za-z0-9_-]{43})"),"stream":"[^"]*"\}$/.exec(text)?.groups ?? {};
    return {
      stream,
      first,
      last,
      previous: previous ?? null,
      hash: message.header.get(hashHeader),
      text,
      position: this.position(message.seq),
    };
  }

  private remember({ stream, last, hash, position }: StoredCommit): void {
    this.tails.set(stream, { sequence: this.sequence(position), last, hash });
  }

  private subject(stream: StreamName): string {
    return `log.${this.options.site}.${stream}`;
  }

  private position(sequence: number): Position {
    return positionOf([{ log: `${this.options.site}-${this.options.period}`, epoch: this.epoch, sequence }]);
  }

  private sequence(position: Position | undefined): number {
    if (position === undefined) return 0;
    const [point, ...more] = pointsOf(position) ?? [];
    if (!point || more.length > 0 || point.log !== `${this.options.site}-${this.options.period}`)
      throw new UnknownPosition(position.slice(0, 100));
    if (point.epoch !== this.epoch) throw new LogRestored(position);
    return point.sequence;
  }
}

/** The headers of a commit's message. */
export function factsOf({ first, last, hash }: Pick<SealedCommit, 'first' | 'last' | 'hash'>): Readonly<Record<string, string>> {
  return { [versionsHeader]: `${first}-${last}`, [hashHeader]: hash };
}

/** The server says 404 for an empty range. */
function isNothingThere(error: unknown): boolean {
  const { code, status } = error as { code?: number; status?: number };
  return code === 404 || status === 404 || (error instanceof Error && /no messages|message not found/i.test(error.message));
}
