// The thread that writes the log: one transaction, and one fsync, for all the commits that wait. Imports nothing but node:*
// so that it runs from the sources as well as from dist.
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

interface Written {
  readonly stream: string;
  readonly first: number;
  readonly last: number;
  readonly previous: string | null;
  readonly hash: string;
  readonly text: string;
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
const tail = database.prepare('SELECT last, hash FROM commits WHERE stream = ? ORDER BY first DESC LIMIT 1');
const insert = database.prepare('INSERT INTO commits (stream, first, last, previous, hash, text) VALUES (?, ?, ?, ?, ?, ?)');

/** Sequence of each commit, 0 for a conflict. */
function write(batch: readonly Written[]): number[] {
  database.exec('BEGIN IMMEDIATE');
  try {
    const sequences = batch.map(({ stream, first, last, previous, hash, text }) => {
      const before = tail.get(stream) as { last: number; hash: string } | undefined;
      if (first !== (before?.last ?? 0) + 1 || previous !== (before?.hash ?? null)) return 0;
      return Number(insert.run(stream, first, last, previous, hash, text).lastInsertRowid);
    });
    database.exec('COMMIT');
    return sequences;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

parentPort?.on('message', (message: 'close' | readonly Written[]) => {
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
