import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import writeXlsxFile, { type CellObject, type Feature, type Sheet, type SheetData } from 'write-excel-file/node';
import type { Cell, CellKind, DigestPage, PageSection } from '../digest-page.js';
import { pageWords } from '../page-words.js';
import { guardedText } from './xlsx-text.js';

/** What the library takes for the content of a file; it does not export the name. */
type Content = Stream | Buffer | Blob;
type Rows = SheetData;

/** A digest to reckon with: a sheet that says what it is, then one for each section. Numbers are numbers. */
export async function xlsxFile(page: DigestPage): Promise<Uint8Array> {
  const names = sheetNames(page.sections.map(({ title }) => title));
  const sheets = [cover(page), ...page.sections.map((section, place) => sheetOf(section, names[place] as string, page))];
  return writeXlsxFile(sheets, { fontFamily: 'Microsoft YaHei', fontSize: 10, features: [marked(page.mark)] }).toBuffer();
}

function cover({ title, heads, intro, mark, sections, language }: DigestPage): Sheet<Content> {
  const lines = [...heads, ...(intro === null ? [] : ['', intro]), '', ...sections.map((section) => section.title)];
  const data: Rows = [
    [text(title, { fontWeight: 'bold', fontSize: 16 })],
    ...lines.map((line) => [text(line)]),
    [],
    [text(mark)],
  ];
  return { sheet: language === 'zh' ? '说明' : 'About', data, columns: [{ width: 90 }] };
}

function sheetOf(section: PageSection, sheet: string, { language, mark }: DigestPage): Sheet<Content> {
  const { title, intro, means, columns, rows, total, more, tickets, moreTickets, proposals } = section;
  const words = pageWords[language];
  const head = (of: string) => text(of, { fontWeight: 'bold', backgroundColor: '#e8edf3' });
  const line = (cells: readonly Cell[], style: object = {}) =>
    cells.map((cell, place) => cellOf(cell, columns[place]?.kind ?? 'text', style));
  const data: Rows = [
    [text(title, { fontWeight: 'bold', fontSize: 14 })],
    ...[intro, means].flatMap((said) => (said === null ? [] : [[text(said)]])),
    columns.map((column) => head(column.title)),
    ...rows.map((row) => line(row)),
    line(total, { fontWeight: 'bold' }),
    ...(more === null ? [] : [[text(more)]]),
    ...(tickets.length === 0 ? [] : [[], [words.ticket, words.subject, words.status].map(head)]),
    ...tickets.map(({ number, subject, status }) => [text(number), text(subject), text(status)]),
    ...(moreTickets === null ? [] : [[text(moreTickets)]]),
    ...(proposals.length === 0 ? [] : [[], [words.proposal, words.department, words.status].map(head)]),
    ...proposals.map((one) => [text(one.title), text(one.department), text(one.status)]),
    [],
    [text(mark, { textColor: '#5b6675' })],
  ];
  const width = Math.max(columns.length, 3);
  return { sheet, data, columns: Array.from({ length: width }, (_, place) => ({ width: place < 2 ? 28 : 14 })) };
}

function text(value: string, style: Partial<CellObject> = {}): CellObject {
  return { value: guardedText(value), type: String, ...style };
}

function cellOf(cell: Cell, kind: CellKind, style: object): CellObject {
  if (typeof cell === 'string') return text(cell, style);
  if (cell === null) return text('–', { align: 'right', ...style });
  return { value: cell, type: Number, ...(kind === 'share' ? { format: '0.0%' } : {}), ...style };
}

/** At most 31 characters, none of those that name ranges, and each once. */
function sheetNames(titles: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return titles.map((title, place) => {
    const plain =
      title
        .replaceAll(/[\\/*?:[\]']/g, ' ')
        .trim()
        .slice(0, 28) || String(place + 1);
    const name = taken.has(plain.toLowerCase()) ? `${plain} ${place + 1}` : plain;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** R7.2: the mark stands at the foot of every printed page too. */
function marked(mark: string): Feature<Content> {
  const foot = `<headerFooter><oddFooter>&amp;L&amp;8${inXml(mark.replaceAll('&', '&&'))}&amp;R&amp;8&amp;P/&amp;N</oddFooter></headerFooter>`;
  return { files: { transform: { 'xl/worksheets/sheet{id}.xml': { insert: () => foot } } } };
}

function inXml(of: string): string {
  return of.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
