import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';

/**
 * `places` says where the commits of a stream stand. Streams come in any order, so an index that is kept with every commit
 * dirties a page for each; kept for thousands of commits at a time, in order of the streams, it dirties a page for many
 * (ADR 0011). `placed` is the sequence up to which it is filled: what lies behind is found in the log's tail.
 */
const schema = `
  CREATE TABLE IF NOT EXISTS commits (
    sequence INTEGER PRIMARY KEY, stream TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
    previous TEXT, hash TEXT NOT NULL, text TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS places (
    stream TEXT NOT NULL, first INTEGER NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (stream, first)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS log_facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  INSERT OR IGNORE INTO log_facts VALUES ('placed', '0')`;

/** In one transaction: the places of all commits that have none yet. @see log-writer.worker.ts, which does the same */
const place = `
  INSERT INTO places SELECT stream, first, sequence FROM commits
    WHERE sequence > (SELECT CAST(value AS INTEGER) FROM log_facts WHERE name = 'placed') ORDER BY stream, first;
  UPDATE log_facts SET value = (SELECT coalesce(max(sequence), 0) FROM commits) WHERE name = 'placed'`;

/** Makes the file, or what is missing in it: also the places of what a crash, or an older version, has left without. */
export function makeLog(file: string): void {
  const database = new DatabaseSync(file);
  try {
    database.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; ${schema}`);
    const epoch = `1${randomBytes(4).toString('hex')}`;
    database.prepare("INSERT OR IGNORE INTO log_facts VALUES ('epoch', ?)").run(epoch);
    database.exec(`BEGIN IMMEDIATE; ${place}; COMMIT`);
  } finally {
    database.close();
  }
}
