// The floor's writer thread: one transaction, and one fsync, for all the rows that wait, as the product's log writes.
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

const { file } = workerData as { readonly file: string };
const database = new DatabaseSync(file);
database.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=4000;
  CREATE TABLE rows (sequence INTEGER PRIMARY KEY, stream TEXT NOT NULL, text TEXT NOT NULL) STRICT`);
const insert = database.prepare('INSERT INTO rows (stream, text) VALUES (?, ?)');

parentPort?.on('message', (batch: readonly { readonly stream: string; readonly text: string }[]) => {
  database.exec('BEGIN IMMEDIATE');
  const sequences = batch.map(({ stream, text }) => Number(insert.run(stream, text).lastInsertRowid));
  database.exec('COMMIT');
  parentPort?.postMessage(sequences);
});
