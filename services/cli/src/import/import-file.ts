import type { CaseEvent } from './case-event.js';
import { caseEventsOf, isBadRow } from './case-events.js';
import type { CheckCodes } from './codes-in-force.js';
import { csvRows } from './csv-rows.js';
import type { ImportOutcome } from './import-case-event.js';
import { InFlight } from './in-flight.js';
import type { Mapping } from './mapping.js';
import { isBad, type BadRow, type Row } from './row.js';
import type { SourceFile } from './source-file.js';
import { xesRows } from './xes-rows.js';

export type FileFormat = 'csv' | 'xes';

/** What an import writes to; a dry run has one that writes nothing. */
export interface Destination {
  readonly checkCodes: CheckCodes;
  readonly write: (event: CaseEvent) => Promise<ImportOutcome>;
}

export interface ImportRun {
  readonly source: SourceFile;
  readonly format: FileFormat;
  readonly mapping: Mapping;
  readonly destination: Destination;
  /** RFC 3339, UTC. */
  readonly now: string;
  /** Stops between rows; what was begun is finished. */
  readonly signal: AbortSignal;
  readonly onBadRow: (bad: BadRow) => void;
  readonly onProgress: (counts: ImportCounts) => void;
}

export interface ImportCounts {
  rows: number;
  badRows: number;
  /** Activities that good rows tell of: added now, or there already. */
  added: number;
  thereAlready: number;
  registered: number;
  firstAt: string | undefined;
  lastAt: string | undefined;
}

/** Rows between their reading and the disk: many, because those of one case wait for each other and all share a group commit. */
const mostInFlight = 1_024;

/** The mapping names columns that the file does not have. */
export class MissingColumns extends Error {
  override readonly name = 'MissingColumns';
  readonly code = 'missing-columns';

  constructor(readonly faults: readonly { readonly pointer: string; readonly detail: string }[]) {
    super('the mapping names columns that the file does not have:');
  }
}

/** Reads the file row by row and writes what it tells of. @throws what makes the file or the log unusable */
export async function importFile(run: ImportRun): Promise<ImportCounts> {
  const counts: ImportCounts = {
    rows: 0,
    badRows: 0,
    added: 0,
    thereAlready: 0,
    registered: 0,
    firstAt: undefined,
    lastAt: undefined,
  };
  const inFlight = new InFlight(mostInFlight);
  const left = (bad: BadRow) => {
    counts.badRows += 1;
    run.onBadRow(bad);
  };
  try {
    for await (const rows of rowsOf(run)) {
      for (const row of rows) {
        if (run.signal.aborted) return counts;
        counts.rows += 1;
        const events = isBad(row) ? row : await checked(row, run);
        if (isBadRow(events)) left(events);
        else
          for (const event of events)
            await inFlight.add(async () => {
              const outcome = await run.destination.write(event);
              if (isBad(outcome)) left(outcome);
              else add(counts, event, outcome);
            });
      }
      run.onProgress(counts);
    }
  } finally {
    await inFlight.settled();
  }
  return counts;
}

function rowsOf({ source, format, mapping }: ImportRun): AsyncIterable<readonly (Row | BadRow)[]> {
  if (format === 'xes') return xesRows(source.chunks());
  return csvRows(source.chunks(), mapping.csv, (header) => {
    const faults = mapping.columns
      .filter(({ column }) => !header.includes(column))
      .map(({ pointer, column }) => ({ pointer, detail: `the file has no column "${column}"` }));
    if (faults.length > 0) throw new MissingColumns(faults);
  });
}

/** The row's events, or why it is a bad one: as the mapping reads it, and as the installation knows what it names. */
async function checked(row: Row, { mapping, now, destination }: ImportRun): Promise<readonly CaseEvent[] | BadRow> {
  const events = caseEventsOf(row, mapping, now);
  const [first] = isBadRow(events) ? [] : events;
  return (first && (await destination.checkCodes(first))) ?? events;
}

function add(counts: ImportCounts, { activity: { occurredAt } }: CaseEvent, outcome: Exclude<ImportOutcome, BadRow>): void {
  if (outcome.kind === 'added') counts.added += 1;
  else counts.thereAlready += 1;
  if (outcome.kind === 'added' && outcome.registered) counts.registered += 1;
  if (counts.firstAt === undefined || occurredAt < counts.firstAt) counts.firstAt = occurredAt;
  if (counts.lastAt === undefined || occurredAt > counts.lastAt) counts.lastAt = occurredAt;
}
