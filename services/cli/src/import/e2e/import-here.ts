import { readConfiguration } from '@ledgerline/host';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importFile, type FileFormat, type ImportCounts } from '../import-file.js';
import type { Mapping } from '../mapping.js';
import { openInstallation } from '../open-destination.js';
import { readMapping } from '../read-mapping.js';
import type { BadRow } from '../row.js';
import { openSource, type SourceFile } from '../source-file.js';
import { inPieces } from './sample-rows.js';

const package_ = join(import.meta.dirname, '../../..');
export const helpdeskLog = join(package_, 'sample-logs/helpdesk.csv.gz');
export const mappingFile = (name: string) => join(package_, 'mappings', `${name}.json`);

export function shippedMapping(name: string): Mapping {
  return mappingOf(JSON.parse(readFileSync(mappingFile(name), 'utf8')));
}

export function mappingOf(body: unknown): Mapping {
  const read = readMapping(body);
  if ('mapping' in read) return read.mapping;
  throw new Error(JSON.stringify(read.faults));
}

export interface Imported {
  readonly counts: ImportCounts;
  /** `line reason`, in the order of lines. */
  readonly bad: readonly string[];
}

/** Imports into a data folder without a process of its own. @param file a path, or `{text}` */
export async function importHere(
  data: string,
  file: string | { readonly text: string },
  mapping: Mapping,
  format: FileFormat = 'csv',
): Promise<Imported> {
  const configuration = readConfiguration({ LEDGERLINE_DATA: data, LOG_LEVEL: 'silent' });
  const { destination, finish, close } = await openInstallation(mapping.source, configuration);
  const { signal } = new AbortController();
  const bad: BadRow[] = [];
  const counts = await importFile({
    source: typeof file === 'string' ? await openSource(file) : sourceOf(file.text),
    format,
    mapping,
    destination,
    now: '2026-03-02T00:00:00.000Z',
    signal,
    onBadRow: (row) => bad.push(row),
    onProgress: () => undefined,
  });
  await finish(() => undefined, signal);
  await close();
  return { counts, bad: bad.toSorted((a, b) => a.line - b.line).map(({ line, reason }) => `${line} ${reason}`) };
}

function sourceOf(text: string): SourceFile {
  return { bytes: Buffer.byteLength(text), done: () => 0, chunks: () => inPieces(text, 1_000) };
}
