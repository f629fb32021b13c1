import type { StreamName } from '@ledgerline/kernel';
import type { DatabaseSync, StatementSync } from 'node:sqlite';

export interface CommitRow {
  readonly sequence: number;
  readonly stream: StreamName;
  readonly first: number;
  readonly last: number;
  readonly previous: string | null;
  readonly hash: string;
  readonly text: string;
}

/** Finds a stream's commits: by their places, and those that have none yet in the log's tail. */
export class CommitsOfStream {
  private readonly placed: StatementSync;
  private readonly upTo: StatementSync;
  private readonly inTail: StatementSync;
  private readonly one: StatementSync;
  /** Sequences of the commits of the writing process that have no place yet. */
  private readonly unplaced = new Map<StreamName, number[]>();

  /** @param writes the log is written by this process, and only by it: all that has no place yet was appended here */
  constructor(
    database: DatabaseSync,
    private readonly writes: boolean,
  ) {
    // A log that no program of today has written to yet has an index instead.
    const hasPlaces = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'places'").get() !== undefined;
    this.placed = database.prepare(
      hasPlaces
        ? 'SELECT c.* FROM places p JOIN commits c ON c.sequence = p.sequence WHERE p.stream = ? AND p.first > ? ORDER BY p.first'
        : 'SELECT * FROM commits WHERE stream = ? AND first > ? ORDER BY first',
    );
    this.upTo = database.prepare("SELECT CAST(value AS INTEGER) AS sequence FROM log_facts WHERE name = 'placed'");
    this.inTail = database.prepare('SELECT * FROM commits WHERE sequence > ? AND stream = ? AND first > ? ORDER BY sequence');
    this.one = database.prepare('SELECT * FROM commits WHERE sequence = ?');
  }

  /** Of this process. */
  appended(stream: StreamName, sequence: number): void {
    const before = this.unplaced.get(stream);
    if (before) before.push(sequence);
    else this.unplaced.set(stream, [sequence]);
  }

  /** The writer has given a place to everything up to this sequence. */
  placedUpTo(sequence: number): void {
    for (const [stream, sequences] of this.unplaced) {
      const left = sequences.filter((one) => one > sequence);
      if (left.length === 0) this.unplaced.delete(stream);
      else if (left.length < sequences.length) this.unplaced.set(stream, left);
    }
  }

  /** @param anyones also what was written and not acknowledged, or by another process: looks through the tail */
  after(stream: StreamName, version: number, anyones: boolean): readonly CommitRow[] {
    // Read first: what is placed meanwhile is found twice rather than not at all.
    const upTo = this.writes && !anyones ? undefined : (this.upTo.get() as { readonly sequence: number } | undefined)?.sequence;
    const rows = this.placed.all(stream, version) as unknown as CommitRow[];
    const { sequence, last } = rows.at(-1) ?? { sequence: 0, last: version };
    if (upTo !== undefined) rows.push(...(this.inTail.all(upTo, stream, last) as unknown as CommitRow[]));
    else
      for (const unplaced of this.unplaced.get(stream) ?? [])
        if (unplaced > sequence) this.push(rows, this.one.get(unplaced) as CommitRow | undefined, version);
    return rows;
  }

  private push(rows: CommitRow[], row: CommitRow | undefined, version: number): void {
    if (row && row.first > version) rows.push(row);
  }
}
