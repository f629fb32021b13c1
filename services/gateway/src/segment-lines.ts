import { csvLine } from '@ledgerline/exports';
import type { ExportMark } from './export-on-record.js';
import { guardedText } from './digests/files/xlsx-text.js';

/** A customer of a segment as one line of the table. For market analysis it has neither who they are nor how they are reached. */
export type CustomerLine = Readonly<Partial<Record<(typeof columns)[number], string>>>;

const columns = ['customer', 'name', 'reached', 'organisation', 'language', 'preferredChannel', 'products'] as const;

interface Pages {
  readonly first: { readonly items: readonly CustomerLine[]; readonly next?: string };
  readonly page: (cursor: string) => Promise<Pages['first']>;
  readonly mark: ExportMark;
}

/** UTF-8, with a header: page after page as it is read. Who took it and when stands on every line. */
export async function* segmentLines({ first, page, mark }: Pages): AsyncIterable<string> {
  yield csvLine([...columns, 'exportedBy', 'exportedAt']);
  for (let found = first; ; found = await page(found.next)) {
    for (const customer of found.items)
      yield csvLine([...columns.map((name) => textOf(customer[name])), textOf(mark.exportedBy), mark.exportedAt]);
    if (found.next === undefined) return;
  }
}

/** What people wrote is opened in spreadsheets; a text that is nothing but numbers to call is no formula, and keeps its plus. */
function textOf(text: string | undefined): string | undefined {
  return text === undefined || /^\+\d[\d ();-]*$/.test(text) ? text : guardedText(text);
}
