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
const readTail = database.prepare('SELECT last, hash FROM commits WHERE stream = ? ORDER BY first DESC LIMIT 1');
const insert = database.prepare('INSERT INTO commits (stream, first, last, previous, hash, text) VALUES (?, ?, ?, ?, ?, ?)');

/** Ends of the streams written last. Nobody else writes: the folder's lock is held. */
const tails = new Map<string, Tail>();
const mostTails = 50_000;

function tailOf(stream: string): Tail | undefined {
  return tails.get(stream) ?? (readTail.get(stream) as Tail | undefined);
}

/** Sequence of each commit, 0 for a conflict. */
function write(batch: Written): number[] {
  if (tails.size > mostTails) tails.clear();
  database.exec('BEGIN IMMEDIATE');
  try {
    const sequences: number[] = [];
    for (let place = 0; place < batch.length; place += columns) {
      const [stream, first, last, previous, hash, text] = batch.slice(place, place + columns) as [
        string, number, number, string | null, string, string,
      ]; // prettier-ignore
      const before = tailOf(stream);
      if (first !== (before?.last ?? 0) + 1 || previous !== (before?.hash ?? null)) sequences.push(0);
      else {
        sequences.push(Number(insert.run(stream, first, last, previous, hash, text).lastInsertRowid));
        tails.set(stream, { last, hash });
      }
    }
    database.exec('COMMIT');
    return sequences;
  } catch (error) {
    tails.clear();
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

parentPort?.on('message', (message: 'close' | Written) => {
  if (message === 'close') {
    database.close();
    parentPort?.close();
    return;
  }
  try {
    parentPort?.postMessage({ sequences: write(message) });
  } catch (error) {
    const { errcode = 0, message: words } = error as { errcode?: number; message: string };
    parentPort?.postMessage({ failed: words, errcode });
  }
});
