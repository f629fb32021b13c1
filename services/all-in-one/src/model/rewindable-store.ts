import {
  positionOf,
  type AppendOutcome,
  type EventStore,
  type LoadOptions,
  type SealedCommit,
  type StoredCommit,
  type StreamName,
} from '@ledgerline/kernel';

/**
 * A log of which one stream can be put back to what it was, so that every command can be tried on the same ticket in the same
 * state. The rest is another store's, and so are the clauses of the contract.
 */
export class RewindableStore {
  private stream: StreamName | undefined;
  private commits: readonly StoredCommit[] = [];

  constructor(private readonly rest: EventStore) {}

  /** The store as services know it. */
  asStore(): EventStore {
    const { rest } = this;
    return {
      capabilities: rest.capabilities,
      append: (commit) => (commit.stream === this.stream ? this.append(commit) : rest.append(commit)),
      load: (stream, options) => (stream === this.stream ? this.load(options) : rest.load(stream, options)),
      read: (after, limit) => rest.read(after, limit),
      follow: (after, options) => rest.follow(after, options),
      end: () => rest.end(),
      compare: (a, b) => rest.compare(a, b),
      close: () => rest.close(),
    };
  }

  rewind(stream: StreamName, commits: readonly StoredCommit[]): void {
    this.stream = stream;
    this.commits = commits;
  }

  /** Gives the stream's commits to the rest of the log, where they stay. */
  async settle(): Promise<void> {
    for (const commit of this.commits) await this.rest.append(commit);
    this.stream = undefined;
  }

  get history(): readonly StoredCommit[] {
    return this.commits;
  }

  private append(commit: SealedCommit): Promise<AppendOutcome> {
    const last = this.commits.at(-1);
    if (commit.first !== (last?.last ?? 0) + 1 || commit.previous !== (last?.hash ?? null))
      return Promise.resolve({ kind: 'conflict' });
    const position = positionOf([{ log: 'memory', epoch: 'model', sequence: this.commits.length + 1 }]);
    this.commits = [...this.commits, { ...commit, position }];
    return Promise.resolve({ kind: 'appended', position });
  }

  private load({ after = 0 }: LoadOptions = {}): Promise<readonly StoredCommit[]> {
    return Promise.resolve(after === 0 ? this.commits : this.commits.filter(({ last }) => last > after));
  }
}
