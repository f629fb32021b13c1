import type { ExportStamp, MinedLog } from '@ledgerline/domain';
import type { HadAlready } from './tables/tar-place.js';

/** What can be taken out as one download, with its media type and the ending of its file's name. */
export const exportFormats = {
  log: { mediaType: 'application/x-ndjson', ending: 'jsonl' },
  xes: { mediaType: 'application/xml', ending: 'xes' },
  ocel: { mediaType: 'application/json', ending: 'ocel.json' },
  'ocel-sqlite': { mediaType: 'application/vnd.sqlite3', ending: 'ocel.sqlite' },
  csv: { mediaType: 'application/x-tar', ending: 'csv.tar' },
  parquet: { mediaType: 'application/x-tar', ending: 'parquet.tar' },
} as const;
export type ExportFormat = keyof typeof exportFormats;

export interface ExportAsked {
  readonly format: ExportFormat;
  /** Who takes it out, and up to where: what is written meanwhile is not in it. */
  readonly stamp: ExportStamp;
  /** Of courses. */
  readonly log: MinedLog;
  /** Of tables: the batch after which to go on. */
  readonly had?: HadAlready;
}
