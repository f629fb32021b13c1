import type { SqliteCheckpoints, SqliteEventStore, SqliteTreeStore, SqliteVault } from '@ledgerline/adapter-sqlite';

/** What is moved, opened. */
export interface Embedded {
  readonly store: SqliteEventStore;
  readonly vault: SqliteVault;
  readonly trees: SqliteTreeStore;
  readonly checkpoints: SqliteCheckpoints;
}
