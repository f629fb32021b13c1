import type { DatabaseSync, StatementSync } from 'node:sqlite';

/**
 * A statement that writes. What it says it wrote is a bigint: a full-text table leaves numbers of its own pages behind as the row that was
 * inserted last (from 2^53 on where the terms of several documents go in one transaction), and `run` of any later statement on the
 * connection throws where it is to make a number of that.
 */
export function writeStatement(database: DatabaseSync, sql: string): StatementSync {
  const statement = database.prepare(sql);
  statement.setReadBigInts(true);
  return statement;
}
