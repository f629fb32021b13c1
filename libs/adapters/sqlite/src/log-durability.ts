import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { GroupWriter, type LogSettings } from './group-writer.js';
import { makeLog } from './make-log.js';

/** A trial of the log's own writer. */
export interface DurabilityTrial extends LogSettings {
  /** What one commit took until it was durable: the middle of several. */
  readonly milliseconds: number;
}

/** Writes `count` commits, one after the other, to a new log in an empty folder: with what settings, and how long each took. */
export async function tryDurability(folder: string, count = 9): Promise<DurabilityTrial> {
  const file = join(folder, 'log.sqlite');
  makeLog(file);
  const writer = new GroupWriter(file, { most: 1, synchronous: 'FULL', written: (_commits, sequences) => sequences });
  const took: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const began = performance.now();
    const sequence = await writer.write({ stream: `trial.t${n}`, first: 1, last: 1, previous: null, hash: `h${n}`, text: '{}' });
    if (sequence !== n + 1) throw new Error(`the trial's commit ${n + 1} got the sequence ${sequence}`);
    took.push(performance.now() - began);
  }
  const settings = await writer.settings;
  await writer.close();
  return { ...settings, milliseconds: took.toSorted((a, b) => a - b)[Math.floor(count / 2)] as number };
}

/** How an existing log's file is kept; beside whoever writes it. */
export function journalModeOf(folder: string): string {
  const database = new DatabaseSync(join(folder, 'log.sqlite'), { readOnly: true });
  try {
    return (database.prepare('PRAGMA journal_mode').get() as { journal_mode: string }).journal_mode;
  } finally {
    database.close();
  }
}
