import {
  LogRestored, LogUnavailable, pointsOf, positionOf, UnknownPosition,
  type AppendOutcome, type EventStore, type FollowOptions, type LoadOptions, type Position, type SealedCommit, type StoredCommit, type StreamName,
} from '@ledgerline/kernel'; // prettier-ignore

/** The log in memory, for tests and trials: nothing survives the process. */
export class MemoryEventStore implements EventStore {
  readonly capabilities = { name: 'memory', durable: false, totalOrder: true, gapless: true };
  private readonly commits: StoredCommit[] = [];
  private readonly streams = new Map<StreamName, StoredCommit[]>();
  private readonly waiting = new Set<() => void>();
  private closed = false;

  constructor(private readonly epoch = 'm1') {}

  append(commit: SealedCommit): Promise<AppendOutcome> {
    if (this.closed) return Promise.reject(new LogUnavailable('closed'));
    const stream = this.streams.get(commit.stream) ?? [];
    const last = stream.at(-1);
    if (commit.first !== (last?.last ?? 0) + 1 || commit.previous !== (last?.hash ?? null))
      return Promise.resolve({ kind: 'conflict' });
    const position = this.position(this.commits.length + 1);
    const stored: StoredCommit = { ...commit, position };
    this.commits.push(stored);
    this.streams.set(commit.stream, [...stream, stored]);
    for (const wake of this.waiting) wake();
    return Promise.resolve({ kind: 'appended', position });
  }

  load(stream: StreamName, { after = 0 }: LoadOptions = {}): Promise<readonly StoredCommit[]> {
    return Promise.resolve((this.streams.get(stream) ?? []).filter(({ last }) => last > after));
  }

  read(after: Position | undefined, limit: number): Promise<readonly StoredCommit[]> {
    const from = this.sequence(after);
    return Promise.resolve(this.commits.slice(from, from + limit));
  }

  async *follow(after: Position | undefined, { signal, batch = 500 }: FollowOptions): AsyncIterable<readonly StoredCommit[]> {
    let from = this.sequence(after);
    while (!signal.aborted) {
      const next = this.commits.slice(from, from + batch);
      from += next.length;
      if (next.length > 0) yield next;
      else await this.more(signal);
    }
  }

  end(): Promise<Position> {
    return Promise.resolve(this.position(this.commits.length));
  }

  compare(a: Position, b: Position): number {
    return this.sequence(a) - this.sequence(b);
  }

  close(): Promise<void> {
    this.closed = true;
    return Promise.resolve();
  }

  private more(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.waiting.add(wake);
      signal.addEventListener('abort', wake, { once: true });
    });
  }

  private position(sequence: number): Position {
    return positionOf([{ log: 'memory', epoch: this.epoch, sequence }]);
  }

  private sequence(position: Position | undefined): number {
    if (position === undefined) return 0;
    const [point, ...more] = pointsOf(position) ?? [];
    if (!point || more.length > 0 || point.log !== 'memory') throw new UnknownPosition(position.slice(0, 100));
    if (point.epoch !== this.epoch) throw new LogRestored(position);
    return point.sequence;
  }
}
