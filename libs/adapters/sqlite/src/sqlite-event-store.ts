import {
  LogRestored, pointsOf, positionOf, UnknownPosition,
  type AppendOutcome, type EventStore, type FollowOptions, type LoadOptions, type Position, type SealedCommit, type StoredCommit, type StreamName,
} from '@ledgerline/kernel'; // prettier-ignore
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { CommitsOfStream, type CommitRow } from './commits-of-stream.js';
import { ReadCommit } from './read-commit.js';
import { GroupWriter } from './group-writer.js';
import { lockFolder } from './lock-folder.js';
import { makeLog } from './make-log.js';
import { RecentCommits } from './recent-commits.js';

export interface SqliteEventStoreOptions {
  /** Reads beside the process (or thread) that writes. */
  readonly readOnly?: boolean;
  /** Commits that may wait for the disk; 10,000 unless given. */
  readonly most?: number;
  /** Acknowledges before the disk has it. Only for the test which shows that this loses data. */
  readonly unsafe?: boolean;
}

/** Milliseconds between looks at the log for commits of another process or thread. */
const lookEvery = 20;

/** At most 15 digits, which every number holds exactly. */
const plainNumber = /^(?:0|[1-9]\d{0,14})$/;

type ColumnValues = readonly [number, StreamName, number, number, string | null, string, string];

/** Many rows come as arrays: half of what objects cost. */
function rowOf([sequence, stream, first, last, previous, hash, text]: ColumnValues): CommitRow {
  return { sequence, stream, first, last, previous, hash, text };
}

/** Who follows the log: the sequence that it has come to, and how it is told that there is more. */
interface Follower {
  from: number;
  wake: () => void;
}

/** The embedded log: one SQLite file in WAL mode, `synchronous=FULL`, written by one thread of one process. */
export class SqliteEventStore implements EventStore {
  readonly capabilities = { name: 'sqlite', durable: true, totalOrder: true, gapless: true };
  private readonly database: DatabaseSync;
  private readonly epoch: string;
  /** What positions of this log begin with. */
  private readonly beforeSequence: string;
  private readonly statements: Record<'after' | 'hashes' | 'end', StatementSync>;
  private readonly ofStream: CommitsOfStream;
  private readonly followers = new Set<Follower>();
  private readonly recent = new RecentCommits(5_000);
  private readonly writer: GroupWriter<AppendOutcome> | undefined;

  /** @param writes how it is written; undefined where it is read beside whoever does */
  private constructor(
    file: string,
    writes: { readonly most: number; readonly synchronous: 'FULL' | 'OFF' } | undefined,
    private readonly unlock: () => void,
  ) {
    this.database = new DatabaseSync(file, { readOnly: true });
    this.database.exec('PRAGMA busy_timeout=5000; PRAGMA mmap_size=268435456');
    this.epoch = (this.database.prepare("SELECT value FROM log_facts WHERE name = 'epoch'").get() as { value: string }).value;
    this.beforeSequence = positionOf([{ log: 'main', epoch: this.epoch, sequence: 0 }]).slice(0, -1);
    this.statements = {
      after: this.database.prepare(
        'SELECT sequence, stream, first, last, previous, hash, text FROM commits WHERE sequence > ? ORDER BY sequence LIMIT ?',
      ),
      hashes: this.database.prepare('SELECT sequence, hash FROM commits WHERE sequence > ? ORDER BY sequence LIMIT ?'),
      end: this.database.prepare('SELECT max(sequence) AS sequence FROM commits'),
    };
    this.statements.after.setReturnArrays(true);
    this.ofStream = new CommitsOfStream(this.database, writes !== undefined);
    if (!writes) return;
    this.writer = new GroupWriter(file, {
      ...writes,
      written: (commits, sequences) => this.written(commits, sequences),
      placed: (sequence) => this.ofStream.placedUpTo(sequence),
    });
  }

  /** @throws FolderInUse where another process writes to this folder */
  static open(folder: string, options: SqliteEventStoreOptions = {}): Promise<SqliteEventStore> {
    const file = join(folder, 'log.sqlite');
    if (options.readOnly) return Promise.resolve(new SqliteEventStore(file, undefined, () => undefined));
    mkdirSync(folder, { recursive: true });
    const unlock = lockFolder(folder);
    makeLog(file);
    const writes = { most: options.most ?? 10_000, synchronous: options.unsafe ? 'OFF' : 'FULL' } as const;
    return Promise.resolve(new SqliteEventStore(file, writes, unlock));
  }

  append(commit: SealedCommit): Promise<AppendOutcome> {
    if (!this.writer) return Promise.reject(new TypeError('this log was opened for reading'));
    return this.writer.write(commit);
  }

  load(stream: StreamName, { after = 0, fresh = false }: LoadOptions = {}): Promise<readonly StoredCommit[]> {
    return Promise.resolve(this.ofStream.after(stream, after, fresh).map((row) => this.stored(row)));
  }

  read(after: Position | undefined, limit: number): Promise<readonly StoredCommit[]> {
    return Promise.resolve(this.rowsAfter(this.sequence(after), limit).map((row) => this.stored(row)));
  }

  hashes(after: Position | undefined, limit: number): Promise<{ readonly hashes: readonly string[]; readonly end: Position }> {
    const from = this.sequence(after);
    const rows = this.statements.hashes.all(from, limit) as unknown as readonly Pick<CommitRow, 'sequence' | 'hash'>[];
    return Promise.resolve({ hashes: rows.map(({ hash }) => hash), end: this.position(rows.at(-1)?.sequence ?? from) });
  }

  async *follow(after: Position | undefined, { signal, batch = 500 }: FollowOptions): AsyncIterable<readonly StoredCommit[]> {
    const follower: Follower = { from: this.sequence(after), wake: () => undefined };
    const wake = () => follower.wake();
    this.followers.add(follower);
    signal.addEventListener('abort', wake);
    try {
      while (!signal.aborted) {
        const { commits, last } = this.commitsAfter(follower.from, batch);
        follower.from = last;
        if (commits.length > 0) yield commits;
        else await this.more(follower);
      }
    } finally {
      this.followers.delete(follower);
      signal.removeEventListener('abort', wake);
    }
  }

  end(): Promise<Position> {
    return Promise.resolve(this.position(this.last()));
  }

  compare(a: Position, b: Position): number {
    return this.sequence(a) - this.sequence(b);
  }

  async close(): Promise<void> {
    if (this.database.isOpen) this.database.close();
    await this.writer?.close();
    this.unlock();
  }

  /** Followers of this connection read the log once: who comes first keeps what it read for the others. */
  private commitsAfter(sequence: number, limit: number): { readonly commits: readonly StoredCommit[]; readonly last: number } {
    const recent = this.recent.after(sequence, limit);
    if (recent && (recent.commits.length > 0 || this.writer)) return recent;
    const rows = this.rowsAfter(sequence, limit);
    const commits = rows.map((row) => new ReadCommit(this.stored(row)));
    if (!this.writer) {
      this.recent.forget(this.comeTo());
      for (const [place, row] of rows.entries()) this.recent.add(row.sequence, commits[place] as ReadCommit);
    }
    return { commits, last: rows.at(-1)?.sequence ?? sequence };
  }

  /** The sequence that all followers have come to. */
  private comeTo(): number {
    let from = Number.POSITIVE_INFINITY;
    for (const follower of this.followers) from = Math.min(from, follower.from);
    return from;
  }

  private last(): number {
    return (this.statements.end.get() as { sequence: number | null }).sequence ?? 0;
  }

  private rowsAfter(sequence: number, limit: number): readonly CommitRow[] {
    return (this.statements.after.all(sequence, limit) as unknown as readonly ColumnValues[]).map(rowOf);
  }

  private stored({ sequence, stream, first, last, previous, hash, text }: CommitRow): StoredCommit {
    return { position: this.position(sequence), stream, first, last, previous, hash, text };
  }

  /** Told by who writes here, or looked for again and again where somebody else does. */
  private more(follower: Follower): Promise<void> {
    return new Promise((resolve) => {
      const timer = this.writer ? undefined : setTimeout(() => follower.wake(), lookEvery);
      follower.wake = () => {
        clearTimeout(timer);
        follower.wake = () => undefined;
        resolve();
      };
    });
  }

  /** A group is durable: followers get it as it was written; what all of them have had is let go. */
  private written(commits: readonly SealedCommit[], sequences: readonly number[]): readonly AppendOutcome[] {
    this.recent.forget(this.comeTo());
    const outcomes = commits.map((commit, place) => this.appended(commit, sequences[place] as number));
    for (const follower of this.followers) follower.wake();
    return outcomes;
  }

  private appended(commit: SealedCommit, sequence: number): AppendOutcome {
    if (sequence === 0) return { kind: 'conflict' };
    const position = this.position(sequence);
    this.ofStream.appended(commit.stream, sequence);
    this.recent.add(sequence, { ...commit, position });
    return { kind: 'appended', position };
  }

  private position(sequence: number): Position {
    return `${this.beforeSequence}${sequence}` as Position;
  }

  private sequence(position: Position | undefined): number {
    if (position === undefined) return 0;
    // Of this log as it was given out, which is how it mostly is: only what looks otherwise is taken apart.
    const own = position.startsWith(this.beforeSequence) ? position.slice(this.beforeSequence.length) : '';
    if (plainNumber.test(own)) return Number(own);
    const [point, ...more] = pointsOf(position) ?? [];
    if (!point || more.length > 0 || point.log !== 'main') throw new UnknownPosition(position.slice(0, 100));
    if (point.epoch !== this.epoch) throw new LogRestored(position);
    return point.sequence;
  }
}
