import { InvalidConfiguration, readConfiguration } from '@ledgerline/host';
import { instantText } from '@ledgerline/kernel';
import { readFile } from 'node:fs/promises';
import { importFile, type FileFormat, type ImportCounts } from './import-file.js';
import type { ImportReport, ImportSummary } from './import-report.js';
import type { Mapping } from './mapping.js';
import { openDryRun, openInstallation, type OpenDestination } from './open-destination.js';
import { progressOn } from './progress.js';
import { readMapping } from './read-mapping.js';
import { openSource, type SourceFile } from './source-file.js';
import { ImportStopped, stopOf } from './stop.js';

export interface ImportOptions {
  readonly mapping: string;
  readonly format?: FileFormat;
  readonly dryRun?: true;
  readonly allowBadRows?: true;
}

/** The whole command: reads, imports, reports. @returns the exit code */
export async function runImport(file: string, options: ImportOptions, report: ImportReport): Promise<0 | 1 | 2> {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.on(signal, stop);
  try {
    const mapping = await mappingIn(options.mapping);
    const source = await openSource(file);
    const format = options.format ?? formatOf(file);
    const destination = options.dryRun ? openDryRun(mapping.source) : await openInstallation(mapping.source, configuration());
    const summary = await imported({ mapping, source, format, destination, report, signal: stopping.signal }, options);
    report.summary(summary);
    return summary.finished && (summary.badRows === 0 || options.allowBadRows) ? 0 : 1;
  } catch (error) {
    const { exitCode, code, message, errors } = stopOf(error);
    report.failure(code, message, errors);
    if (process.env['LOG_LEVEL'] === 'debug') process.stderr.write(`${(error as Error).stack}\n`);
    return exitCode;
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}

interface Parts {
  readonly mapping: Mapping;
  readonly source: SourceFile;
  readonly format: FileFormat;
  readonly destination: OpenDestination;
  readonly report: ImportReport;
  readonly signal: AbortSignal;
}

async function imported(
  { mapping, source, format, destination, report, signal }: Parts,
  options: ImportOptions,
): Promise<ImportSummary> {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1_000;
  const progress = progressOn(process.stderr);
  try {
    const counts = await importFile({
      source,
      format,
      mapping,
      destination: destination.destination,
      now: instantText(Date.now()),
      signal,
      onBadRow: (bad) => {
        progress.end();
        report.badRow(bad);
      },
      onProgress: ({ rows }) => progress.at(wordsOf(rows, seconds(), source), source.done() / source.bytes),
    });
    const took = Math.round(seconds() * 1_000) / 1_000;
    if (!signal.aborted)
      await destination.finish((commits) => progress.at(`lists: ${commits.toLocaleString('en')} commits`, undefined), signal);
    return summaryOf(counts, {
      source: mapping.source,
      dryRun: options.dryRun === true,
      finished: !signal.aborted,
      cases: destination.ids.distinctCases,
      seconds: took,
    });
  } finally {
    progress.end();
    await destination.close();
  }
}

function summaryOf(
  counts: ImportCounts,
  facts: Pick<ImportSummary, 'source' | 'dryRun' | 'finished' | 'cases' | 'seconds'>,
): ImportSummary {
  return { ...facts, ...counts, firstAt: counts.firstAt ?? null, lastAt: counts.lastAt ?? null };
}

/** `61.2 of 131.8 MB, 463,120 rows, 5,712/s` */
function wordsOf(rows: number, seconds: number, { done, bytes }: SourceFile): string {
  const megabytes = (count: number) => (count / 1e6).toFixed(1);
  const rate = Math.round(rows / Math.max(seconds, 0.001)).toLocaleString('en');
  return `${megabytes(done())} of ${megabytes(bytes)} MB, ${rows.toLocaleString('en')} rows, ${rate}/s`;
}

async function mappingIn(file: string): Promise<Mapping> {
  const text = await readFile(file, 'utf8');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    throw new ImportStopped(2, 'invalid-mapping', `${file} is no JSON: ${(error as Error).message}`);
  }
  const read = readMapping(body);
  if ('mapping' in read) return read.mapping;
  throw new ImportStopped(2, 'invalid-mapping', `${file} cannot be used as a mapping:`, read.faults);
}

function formatOf(file: string): FileFormat {
  const extension = /\.(csv|xes)(\.gz)?$/i.exec(file)?.[1]?.toLowerCase();
  if (extension === undefined)
    throw new ImportStopped(2, 'unknown-format', `the name of ${file} does not say whether it is CSV or XES: use --format`);
  return extension as FileFormat;
}

function configuration() {
  try {
    return readConfiguration(process.env);
  } catch (error) {
    if (error instanceof InvalidConfiguration) throw new ImportStopped(2, 'invalid-configuration', error.message);
    throw error;
  }
}
