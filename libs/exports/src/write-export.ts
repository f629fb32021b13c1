import { openHistory, type Configuration, type History } from '@ledgerline/host';
import type { Position } from '@ledgerline/kernel';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import type { ExportAsked } from './export-asked.js';
import { exportLog } from './log/export-log.js';
import { exportOcel } from './mining/export-ocel.js';
import { exportOcelSqlite } from './mining/export-ocel-sqlite.js';
import { exportXes } from './mining/export-xes.js';
import { exportTables } from './tables/export-tables.js';
import { TarPlace } from './tables/tar-place.js';
import { written } from './written.js';

/** Commits of one batch of tables: what of it is in memory. */
const commitsABatch = 20_000;

export interface Writing {
  readonly configuration: Configuration;
  /** For what has to lie on the disk before it can be passed on; whoever gives it removes it. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

/** Writes what was asked for, from a log that others go on writing. */
export async function writeExport(asked: ExportAsked, { configuration, folder, signal }: Writing, out: Writable): Promise<void> {
  const history = await openHistory(configuration);
  try {
    await writeFrom(history, asked, { folder, signal, out });
  } finally {
    await history.close();
  }
}

interface Destination extends Pick<Writing, 'folder' | 'signal'> {
  readonly out: Writable;
}

async function writeFrom(history: History, { format, stamp, log, had }: ExportAsked, { folder, signal, out }: Destination) {
  const end = stamp.position as Position;
  const mined = { store: history.store, end, signal, log, stamp };
  switch (format) {
    case 'log':
      await exportLog({ ...history, stamp, signal }, out);
      return;
    case 'xes':
      await exportXes(mined, out);
      return;
    case 'ocel':
      await exportOcel(mined, out, join(folder, 'objects'));
      return;
    case 'ocel-sqlite': {
      const file = join(folder, 'ocel.sqlite');
      await exportOcelSqlite(mined, file);
      for await (const piece of createReadStream(file)) await written(out, piece as Buffer);
      await rm(file);
      return;
    }
    case 'csv':
    case 'parquet': {
      const { exportedBy, exportedAt, site } = stamp;
      const place = new TarPlace(out, had, Date.parse(exportedAt) / 1_000);
      await exportTables({ store: history.store, site, place, format, commitsABatch, to: end, stamp: () => ({ exportedBy, exportedAt }) }, signal); // prettier-ignore
      return place.end();
    }
  }
}
