import type { Position } from '@ledgerline/kernel';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A place in the log that somebody has come to. */
export interface SeenPosition {
  /** `tickets_v1_g1_documents`, `finish-registration@1`. */
  readonly by: string;
  readonly position: Position;
}

/**
 * How far the read models and process managers of a data folder came: the log was once at least as long. Read beside whoever
 * writes. Nothing becomes visible to them before it is durable in the log.
 */
export function positionsSeen(folder: string): readonly SeenPosition[] {
  return ['read-models.sqlite', 'checkpoints.sqlite']
    .map((name) => join(folder, name))
    .filter((file) => existsSync(file))
    .flatMap(checkpointsIn);
}

function checkpointsIn(file: string): readonly SeenPosition[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database.prepare('SELECT name AS by, position FROM checkpoints').all() as unknown as SeenPosition[];
  } finally {
    database.close();
  }
}
