import { openHistory, readConfiguration, sequenceOf } from '@ledgerline/host';
import type { Answer } from '../answer.js';
import { exporter } from '../mining/export-stamp.js';
import { counted, progress } from '../progress.js';
import { BucketPlace, bucketSettings } from './bucket-place.js';
import { exportTables } from '@ledgerline/exports';
import type { ExportPlace } from '@ledgerline/exports';
import { FolderPlace } from './folder-place.js';
import type { TableFormat } from '@ledgerline/exports';

export interface TablesAsked {
  readonly to: string;
  readonly format: TableFormat;
  /** Commits of one batch at most. */
  readonly batch: number;
}

/** `ledgerline export --format parquet|csv`: what came since the last time, as tables. */
export async function tablesAnswer({ to, format, batch }: TablesAsked, signal: AbortSignal): Promise<Answer> {
  const configuration = readConfiguration(process.env);
  const history = await openHistory(configuration);
  let place: ExportPlace | undefined;
  try {
    place = await placeOf(to);
    const [before, total] = [await place.last(), sequenceOf(await history.store.end())];
    const told = progress('exporting');
    const onBatch = ({ position }: { position: Parameters<typeof sequenceOf>[0] }) => told.at(sequenceOf(position), total);
    const parts = {
      store: history.store,
      site: configuration.site,
      place,
      format,
      commitsABatch: batch,
      onBatch,
      stamp: exporter,
    };
    const done = await exportTables(parts, signal);
    told.end();
    const position = (await place.last())?.position ?? null;
    const since = before === undefined ? '' : ` after ${before.position}`;
    return {
      result: { to, format, ...done, after: before?.position ?? null, position },
      words: [`${counted(done.events)} events${since} written to ${to}, up to ${position ?? 'the beginning'}`],
    };
  } finally {
    place?.close();
    await history.close();
  }
}

async function placeOf(to: string): Promise<ExportPlace> {
  return to.startsWith('s3://') ? new BucketPlace(to, bucketSettings(process.env)) : FolderPlace.open(to);
}
