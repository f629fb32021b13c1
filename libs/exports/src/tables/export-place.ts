import type { ExportStamp } from '@ledgerline/domain';
import type { Position } from '@ledgerline/kernel';

/** One batch of an export: commits after one position up to another, and the files that hold their events. */
export interface Batch {
  readonly format: 'ledgerline-tables/1';
  /** Counts the batches from 1. */
  readonly number: number;
  readonly files: 'parquet' | 'csv';
  readonly after: Position | null;
  readonly position: Position;
  readonly events: number;
  /** Who took it out and when (R7.2), as each of its files says too; batches of earlier releases do not say. */
  readonly stamp?: BatchStamp;
  readonly parts: readonly Part[];
}
export type BatchStamp = Pick<ExportStamp, 'exportedBy' | 'exportedAt'>;
export interface Part {
  readonly path: string;
  readonly type: string;
  /** Of the events' times, in UTC. */
  readonly day: string;
  readonly events: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** A folder or a bucket that tables are written to. A file is there whole or not at all; a batch counts once it is concluded. */
export interface ExportPlace {
  /** The batch that was concluded last. @throws Refused where what is there is no export of ours */
  last(): Promise<Pick<Batch, 'number' | 'position'> | undefined>;
  /** Durable, and in place of what was there under that name. */
  put(path: string, bytes: Uint8Array): Promise<void>;
  /** @throws Refused where somebody else has concluded a batch of that number */
  conclude(batch: Batch): Promise<void>;
  close(): void;
}

/** Where a batch is written down: in the order of the names as in that of the numbers. */
export function batchPath(number: number): string {
  return `_batches/${String(number).padStart(8, '0')}.json`;
}
