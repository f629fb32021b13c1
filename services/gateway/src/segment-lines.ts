/** A customer of a segment as one line of the table. For market analysis it has neither who they are nor how they are reached. */
export type CustomerLine = Readonly<Partial<Record<(typeof columns)[number], string>>>;

const columns = ['customer', 'name', 'reached', 'organisation', 'language', 'preferredChannel', 'products'] as const;

interface Pages {
  readonly first: { readonly items: readonly CustomerLine[]; readonly next?: string };
  readonly page: (cursor: string) => Promise<Pages['first']>;
  readonly mark: { readonly exportedBy: string; readonly exportedAt: string };
}

/** RFC 4180, UTF-8, with a header: page after page as it is read. Who took it and when stands on every line. */
export async function* segmentLines({ first, page, mark }: Pages): AsyncIterable<string> {
  yield lineOf([...columns, 'exportedBy', 'exportedAt']);
  for (let found = first; ; found = await page(found.next)) {
    for (const customer of found.items)
      yield lineOf([...columns.map((name) => customer[name]), mark.exportedBy, mark.exportedAt]);
    if (found.next === undefined) return;
  }
}

function lineOf(fields: readonly (string | undefined)[]): string {
  return `${fields.map(fieldOf).join(',')}\r\n`;
}

/** What people wrote is opened in spreadsheets: a text that would be a formula there begins with an apostrophe (OWASP, CSV injection). Numbers keep their plus. */
function fieldOf(text: string | undefined): string {
  if (text === undefined) return '';
  const safe = /^[=@\t\r-]|^\+(?!\d)/.test(text) ? `'${text}` : text;
  return safe === '' || /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
