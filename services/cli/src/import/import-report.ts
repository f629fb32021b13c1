import type { ImportCounts } from './import-file.js';
import type { BadRow } from './row.js';

/** The end of an import, as `--json` prints it. */
export interface ImportSummary extends Omit<ImportCounts, 'firstAt' | 'lastAt'> {
  readonly source: string;
  readonly dryRun: boolean;
  /** False where it was interrupted: the next run goes on. */
  readonly finished: boolean;
  readonly cases: number;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly seconds: number;
}

export interface ImportReport {
  badRow(bad: BadRow): void;
  summary(summary: ImportSummary): void;
  /** What made the whole import impossible, or ended it. */
  failure(code: string, message: string, errors?: readonly { readonly pointer: string; readonly detail: string }[]): void;
}

interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** For a person: bad rows and failures on stderr, the summary on stdout. */
export function reportInWords({ out, err }: Output): ImportReport {
  return {
    badRow: ({ line, reason, detail }) => err(`line ${line}: ${reason}: ${detail}\n`),
    summary: (summary) => out(wordsOf(summary)),
    failure: (_code, message, errors = []) =>
      err([message, ...errors.map(({ pointer, detail }) => `  ${pointer || '/'}: ${detail}`), ''].join('\n')),
  };
}

/** For a program: on stdout, an object a line, the summary (or the failure) last. */
export function reportInJson({ out }: Output): ImportReport {
  const print = (value: object) => out(`${JSON.stringify(value)}\n`);
  return {
    badRow: (bad) => print({ badRow: bad }),
    summary: (summary) => print({ summary }),
    failure: (code, message, errors) => print({ error: { code, message, ...(errors === undefined ? {} : { errors }) } }),
  };
}

function wordsOf(summary: ImportSummary): string {
  const { source, dryRun, finished, rows, added, thereAlready, badRows, cases, registered, firstAt, lastAt, seconds } = summary;
  const activities = dryRun
    ? `${counted(added)} activities of ${counted(cases)} cases could be imported`
    : `${counted(added)} activities added, ${counted(thereAlready)} there already; ${counted(registered)} tickets registered, of ${counted(cases)} cases`;
  const lines = [
    `${source}: ${counted(rows)} rows in ${seconds.toFixed(1)} s (${counted(Math.round(rows / Math.max(seconds, 0.001)))}/s), ${counted(badRows)} bad`,
    activities,
    ...(firstAt === null ? [] : [`from ${firstAt} to ${lastAt}`]),
    ...(finished ? [] : ['interrupted: run it again to go on']),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function counted(number: number): string {
  return number.toLocaleString('en');
}
