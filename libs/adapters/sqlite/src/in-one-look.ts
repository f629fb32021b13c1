import type { DatabaseSync } from 'node:sqlite';

/**
 * Several reads as one transaction: SQLite takes its locks on the file, and lets go of them, once and not with every statement, which costs more than
 * finding a row by its key. Nothing may wait in between.
 */
export function inOneLook<Found>(database: DatabaseSync, read: () => Found): Found {
  if (database.isTransaction) return read();
  database.exec('BEGIN');
  try {
    return read();
  } finally {
    database.exec('COMMIT');
  }
}
