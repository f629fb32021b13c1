import {
  LogRestored, pointsOf, positionOf, UnknownPosition,
  type AppendOutcome, type EventStore, type FollowOptions, type LoadOptions, type Position, type SealedCommit, type StoredCommit, type StreamName,
} from '@ledgerline/kernel'; // prettier-ignore
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { GroupWriter } from './group-writer.js';
import { lockFolder } from './lock-folder.js';
import { RecentCommits } from './recent-commits.js';

export interface SqliteEventStoreOptions {
  /** Reads beside the process (or thread) that writes. */
  readonly readOnly?: boolean;
  /** Commits that may wait for the disk; 10,000 unless given. */
  readonly most?: number;
  /** Acknowledges before the disk has it. Only for the test which shows that this loses data. */
  readonly unsafe?: boolean;
}

interface CommitRow {
  readonly sequence: number;
  readonly stream: StreamName;
  readonly first: number;
  readonly last: number;
  readonly previous: string | null;
  readonly hash: string;
  readonly text: string;
}

const schema = `
  CREATE TABLE IF NOT EXISTS commits (
    sequence INTEGER PRIMARY KEY, stream TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
    previous TEXT, hash TEXT NOT NULL, text TEXT NOT NULL, UNIQUE (stream, first)) STRICT;
  CREATE TABLE IF NOT EXISTS log_facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT`;

/** Milliseconds between looks at the log for commits of another process or thread. */
const lookEvery = 20;

/** Makes the file, or what is missing in it. */
export function makeLog(file: string): void {
  const database = new DatabaseSync(file);
  database.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; ${schema}`);
  const epoch = `1${randomBytes(4).toString('hex')}`;
  database.prepare("INSERT OR IGNORE INTO log_facts VALUES ('epoch', ?)").run(epoch);
  database.close();
}

/** The embedded log: one SQLite file in WAL mode, `synchronous=FULL`, written by one thread of one process. */
export class SqliteEventStore implements EventStore {
  readonly capabilities = { name: 'sqlite', durable: true, totalOrder: true, gapless: true };
  private readonly database: DatabaseSync;
  private readonly epoch: string;
  /** What positions of this log begin with. */
  private readonly beforeSequence: string;
  private readonly statements: Record<'stream' | 'after' | 'end', StatementSync>;
  private readonly waiting = new Set<() => void>();
  private readonly recent = new RecentCommits(1_000);

  private constructor(
    file: string,
    private readonly writer: GroupWriter | undefined,
    private readonly unlock: () => void,
  ) {
    this.database = new DatabaseSync(file, { readOnly: true });
    this.database.exec('PRAGMA busy_timeout=5000; PRAGMA mmap_size=268435456');
    this.epoch = (this.database.prepare("SELECT value FROM log_facts WHERE name = 'epoch'").get() as { value: string }).value;
    this.beforeSequence = positionOf([{ log: 'main', epoch: this.epoch, sequence: 0 }]).slice(0, -1);
    this.statements = {
      stream: this.database.prepare('SELECT * FROM commits WHERE stream = ? AND first > ? ORDER BY first'),
      after: this.database.prepare('SELECT * FROM commits WHERE sequence > ? ORDER BY sequence LIMIT ?'),
      end: this.database.prepare('SELECT max(sequence) AS sequence FROM commits'),
    };
  }

  /** @throws FolderInUse where another process writes to this folder */
  static open(folder: string, options: SqliteEventStoreOptions = {}): Promise<SqliteEventStore> {
    const file = join(folder, 'log.sqlite');
    if (options.readOnly) return Promise.resolve(new SqliteEventStore(file, undefined, () => undefined));
    mkdirSync(folder, { recursive: true });
    const unlock = lockFolder(folder);
    makeLog(file);
    const writer = new GroupWriter(file, { most: options.most ?? 10_000, synchronous: options.unsafe ? 'OFF' : 'FULL' });
    return Promise.resolve(new SqliteEventStore(file, writer, unlock));
  }

  async append(commit: SealedCommit): Promise<AppendOutcome> {
    if (!this.writer) throw new TypeError('this log was opened for reading');
    const sequence = await this.writer.write(commit);
    if (sequence === 0) return { kind: 'conflict' };
    const position = this.position(sequence);
    this.recent.add(sequence, { ...commit, position });
    for (const wake of this.waiting) wake();
    return { kind: 'appended', position };
  }

  load(stream: StreamName, { after = 0 }: LoadOptions = {}): Promise<readonly StoredCommit[]> {
    const rows = this.statements.stream.all(stream, after) as unknown as readonly CommitRow[];
    return Promise.resolve(rows.map((row) => this.stored(row)));
  }

  read(after: Position | undefined, limit: number): Promise<readonly StoredCommit[]> {
    return Promise.resolve(this.rowsAfter(this.sequence(after), limit).map((row) => this.stored(row)));
  }

  async *follow(after: Position | undefined, { signal, batch = 500 }: FollowOptions): AsyncIterable<readonly StoredCommit[]> {
    let from = this.sequence(after);
    while (!signal.aborted) {
      const { commits, last } = this.commitsAfter(from, batch);
      from = last;
      if (commits.length > 0) yield commits;
      else await this.more(signal);
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

  private commitsAfter(sequence: number, limit: number): { readonly commits: readonly StoredCommit[]; readonly last: number } {
    const recent = this.recent.after(sequence, limit);
    if (recent) return recent;
    const rows = this.rowsAfter(sequence, limit);
    return { commits: rows.map((row) => this.stored(row)), last: rows.at(-1)?.sequence ?? sequence };
  }

  private last(): number {
    return (this.statements.end.get() as { sequence: number | null }).sequence ?? 0;
  }

  private rowsAfter(sequence: number, limit: number): readonly CommitRow[] {
    return this.statements.after.all(sequence, limit) as unknown as readonly CommitRow[];
  }

  private stored({ sequence, stream, first, last, previous, hash, text }: CommitRow): StoredCommit {
    return { position: this.position(sequence), stream, first, last, previous, hash, text };
  }

  private more(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, lookEvery);
      this.waiting.add(wake);
      signal.addEventListener('abort', wake, { once: true });
    });
  }

  private position(sequence: number): Position {
    return `${this.beforeSequence}${sequence}` as Position;
  }

  private sequence(position: Position | undefined): number {
    if (position === undefined) return 0;
    const [point, ...more] = pointsOf(position) ?? [];
    if (!point || more.length > 0 || point.log !== 'main') throw new UnknownPosition(position.slice(0, 100));
    if (point.epoch !== this.epoch) throw new LogRestored(position);
    return point.sequence;
  }
}
