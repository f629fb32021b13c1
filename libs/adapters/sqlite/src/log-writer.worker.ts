// The thread that writes the log: one transaction, and one fsync, for all the commits that wait. Imports nothing but node:*
// so that it runs from the sources as well as from dist.
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

/** stream, first, last, previous, hash, text of each commit, one after the other: plain values cross threads for less. */
type Written = readonly (string | number | null)[];
const columns = 6;

interface Tail {
  readonly last: number;
  readonly hash: string;
}

const { file, synchronous } = workerData as { file: string; synchronous: string };
const database = new DatabaseSync(file);
database.exec(
  `PRAGMA journal_mode=WAL; PRAGMA synchronous=${synchronous}; PRAGMA busy_timeout=5000; PRAGMA wal_autocheckpoint=4000`,
);
/** Read back, so that nobody has to believe the line above. */
const settings = {
  journalMode: (database.prepare('PRAGMA journal_mode').get() as { journal_mode: string }).journal_mode,
  synchronous: (database.prepare('PRAGMA synchronous').get() as { synchronous: number }).synchronous,
};
parentPort?.postMessage({ settings });
const begin = database.prepare('BEGIN IMMEDIATE');
const commit = database.prepare('COMMIT');
const insert = database.prepare('INSERT INTO commits (stream, first, last, previous, hash, text) VALUES (?, ?, ?, ?, ?, ?)');
const readTail = database.prepare(
  `SELECT last, hash FROM commits WHERE sequence = (SELECT sequence FROM places WHERE stream = ? ORDER BY first DESC LIMIT 1)`,
);
const place = database.prepare(
  `INSERT INTO places SELECT stream, first, sequence FROM commits
    WHERE sequence > (SELECT CAST(value AS INTEGER) FROM log_facts WHERE name = 'placed') ORDER BY stream, first`,
);
const notePlaced = database.prepare(
  `UPDATE log_facts SET value = (SELECT coalesce(max(sequence), 0) FROM commits) WHERE name = 'placed'
    RETURNING CAST(value AS INTEGER) AS placed`,
);

/** Ends of the streams written last, of all that have commits without a place. Nobody else writes: the folder's lock is held. */
const tails = new Map<string, Tail>();
const mostTails = 50_000;
/** Commits that get their places together, and milliseconds after which fewer do. */
const [mostUnplaced, latest] = [4_096, 1_000];
/** Commits without a place. After a failure it is more than there are, so that they get one before anything is written. */
let unplaced = 0;
let idleTimer: ReturnType<typeof setTimeout> | undefined;

function tailOf(stream: string): Tail | undefined {
  return tails.get(stream) ?? (readTail.get(stream) as Tail | undefined);
}

function inTransaction<Result>(task: () => Result): Result {
  begin.run();
  try {
    const result = task();
    commit.run();
    return result;
  } catch (error) {
    tails.clear();
    unplaced = mostUnplaced;
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Sequence of each commit, 0 for a conflict. */
function write(batch: Written): number[] {
  const sequences: number[] = [];
  for (let at = 0; at < batch.length; at += columns) {
    const stream = batch[at] as string;
    const first = batch[at + 1] as number;
    const last = batch[at + 2] as number;
    const previous = batch[at + 3] as string | null;
    const hash = batch[at + 4] as string;
    const before = tailOf(stream);
    if (first !== (before?.last ?? 0) + 1 || previous !== (before?.hash ?? null)) sequences.push(0);
    else {
      sequences.push(Number(insert.run(stream, first, last, previous, hash, batch[at + 5] as string).lastInsertRowid));
      tails.set(stream, { last, hash });
    }
  }
  return sequences;
}

/** All commits that have none get their places; then the ends of streams can be read, and need not be remembered. */
function givePlaces(): void {
  if (unplaced === 0) return;
  const { placed } = inTransaction(() => {
    place.run();
    return notePlaced.get() as { readonly placed: number };
  });
  unplaced = 0;
  if (tails.size > mostTails) tails.clear();
  parentPort?.postMessage({ placed });
}

/** @returns what to tell where it failed */
function failing(task: () => void): { readonly failed: string; readonly errcode: number } | undefined {
  try {
    task();
    return undefined;
  } catch (error) {
    const { errcode = 0, message } = error as { errcode?: number; message: string };
    return { failed: message, errcode };
  }
}

function givePlacesSoon(): void {
  idleTimer = undefined;
  failing(givePlaces);
}

parentPort?.on('message', (message: 'close' | Written) => {
  if (message === 'close') {
    clearTimeout(idleTimer);
    failing(givePlaces);
    database.close();
    parentPort?.close();
    return;
  }
  const failed = failing(() => {
    if (unplaced >= mostUnplaced) givePlaces();
    const sequences = inTransaction(() => write(message));
    unplaced += sequences.length;
    parentPort?.postMessage({ sequences });
  });
  if (failed) parentPort?.postMessage(failed);
  // Whoever waits has been told. Where it fails the next batch tries again, and tells.
  else if (unplaced >= mostUnplaced) failing(givePlaces);
  idleTimer ??= setTimeout(givePlacesSoon, latest);
});
