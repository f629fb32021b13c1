import { publicEventsOf, type CloudEvent } from '@ledgerline/domain';
import { logPages } from '@ledgerline/host';
import type { EventStore, Position } from '@ledgerline/kernel';
import { hash } from 'node:crypto';
import type { Batch, BatchStamp, ExportPlace, Part } from './export-place.js';
import { tableFile, type TableFormat } from './table-formats.js';

export interface TablesExport {
  readonly store: EventStore;
  readonly site: string;
  readonly place: ExportPlace;
  readonly format: TableFormat;
  /** At most; what is held in memory, and what is done again after it was cut off. */
  readonly commitsABatch: number;
  /** Up to here; else up to the log's present end. */
  readonly to?: Position;
  /** Asked for each batch. */
  readonly stamp?: () => BatchStamp;
  readonly onBatch?: (batch: Batch) => void;
}

/**
 * Writes what the log has after the last batch. Files are named by type, day and number of the batch. One that was cut off before it was
 * concluded is written again, with at least as many commits, so that each of its files is replaced: with or without a look at the batches, every event is there once.
 */
export async function exportTables(parts: TablesExport, signal: AbortSignal): Promise<{ batches: number; events: number }> {
  const { store, place, commitsABatch } = parts;
  let last: Pick<Batch, 'number' | 'position'> | undefined = await place.last();
  const done = { batches: 0, events: 0 };
  const conclude = async (events: readonly CloudEvent[], position: Position) => {
    const batch = await writeBatch(parts, { number: (last?.number ?? 0) + 1, after: last?.position ?? null, position }, events);
    done.batches += 1;
    done.events += batch.events;
    parts.onBatch?.(batch);
    last = batch;
  };
  let [commits, events]: [number, CloudEvent[]] = [0, []];
  let position: Position | undefined;
  for await (const page of logPages(store, signal, {
    after: last?.position,
    ...(parts.to === undefined ? {} : { to: parts.to }),
  }))
    for (const commit of page) {
      events.push(...publicEventsOf(commit, parts.site));
      position = commit.position;
      commits += 1;
      if (commits < commitsABatch) continue;
      await conclude(events, position);
      [commits, events, position] = [0, [], undefined];
    }
  if (position !== undefined) await conclude(events, position);
  return done;
}

async function writeBatch(
  { place, format, stamp }: TablesExport,
  span: Pick<Batch, 'number' | 'after' | 'position'>,
  events: readonly CloudEvent[],
): Promise<Batch> {
  const parts: Part[] = [];
  const taken = stamp?.();
  for (const [, group] of Map.groupBy(events, ({ type, time }) => `${type} ${time.slice(0, 10)}`)) {
    const [{ type, time }] = group as [CloudEvent];
    const [day, bytes] = [time.slice(0, 10), tableFile(format, type, group, taken)];
    const path = `type=${type}/day=${day}/${String(span.number).padStart(8, '0')}.${format}`;
    await place.put(path, bytes);
    parts.push({ path, type, day, events: group.length, bytes: bytes.length, sha256: hash('sha256', bytes, 'hex') });
  }
  const batch: Batch = {
    format: 'ledgerline-tables/1',
    ...span,
    files: format,
    events: events.length,
    ...(taken ? { stamp: taken } : {}),
    parts,
  };
  await place.conclude(batch);
  return batch;
}
