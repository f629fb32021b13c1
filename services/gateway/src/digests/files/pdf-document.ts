import type { Cell, CellKind, DigestPage, PageSection } from '../digest-page.js';
import { pageWords } from '../page-words.js';

type Block = Record<string, unknown>;

const [ink, quiet, rule, accent] = ['#1f2733', '#5b6675', '#d5dbe3', '#1f5f8b'];
/** Points. A4 upright. */
const margins = [40, 48, 40, 56];

/** The digest as pdfmake lays it out: headings, tables that go on over pages under their heads, and the mark on each. */
export function pdfDocument(page: DigestPage): Block {
  const words = pageWords[page.language];
  return {
    pageSize: 'A4',
    pageMargins: margins,
    language: page.language === 'zh' ? 'zh-CN' : 'en',
    info: { title: page.title, creator: 'Ledgerline', producer: 'Ledgerline', subject: page.mark },
    defaultStyle: { font: 'Text', fontSize: 9.5, lineHeight: 1.25, color: ink },
    watermark: { text: page.watermark, color: accent, opacity: 0.06, angle: -35, fontSize: 34 },
    footer: (current: number, of: number) => ({
      columns: [
        { text: page.mark, color: quiet, fontSize: 7.5 },
        { text: words.page(current, of), color: quiet, fontSize: 7.5, alignment: 'right', width: 110 },
      ],
      margin: [40, 20, 40, 0],
    }),
    content: [
      { text: page.title, fontSize: 18, color: accent, bold: true },
      ...page.heads.map((head) => ({ text: head, color: quiet, fontSize: 8.5 })),
      ...(page.intro === null ? [] : [{ text: page.intro, margin: [0, 8, 0, 0] }]),
      ...page.sections.flatMap((section) => blocksOf(section, page)),
    ],
  };
}

function blocksOf(section: PageSection, { language }: DigestPage): readonly Block[] {
  const words = pageWords[language];
  const { title, intro, means, columns, rows, total, more, tickets, moreTickets, proposals } = section;
  const note = (text: string | null): readonly Block[] => (text === null ? [] : [{ text, color: quiet, fontSize: 8 }]);
  const lines = [...rows, total].map((row, place) => row.map((cell, at) => cellOf(cell, columns[at]?.kind ?? 'text', place === rows.length))); // prettier-ignore
  return [
    { text: title, fontSize: 13, bold: true, margin: [0, 16, 0, 2], headlineLevel: 1 },
    ...(intro === null ? [] : [{ text: intro, margin: [0, 0, 0, 2] }]),
    ...note(means),
    tableOf(
      columns.map(({ title: head, kind }) => ({ text: head, color: quiet, alignment: kind === 'text' ? 'left' : 'right' })),
      lines,
      columns.map(({ kind }) => (kind === 'text' ? '*' : 'auto')),
    ),
    ...note(more),
    ...(tickets.length === 0
      ? []
      : [
          tableOf(
            [words.ticket, words.subject, words.status].map((text) => ({ text, color: quiet })),
            tickets.map(({ number, subject, status, address }) => [
              { text: number, ...(address === '' ? {} : { link: address, color: accent }) },
              { text: subject },
              { text: status },
            ]),
            ['auto', '*', 'auto'],
          ),
        ]),
    ...note(moreTickets),
    ...(proposals.length === 0
      ? []
      : [
          tableOf(
            [words.proposal, words.department, words.status].map((text) => ({ text, color: quiet })),
            proposals.map(({ title: text, department, status }) => [{ text }, { text: department }, { text: status }]),
            ['*', 'auto', 'auto'],
          ),
        ]),
  ];
}

function tableOf(heads: readonly Block[], rows: readonly (readonly Block[])[], widths: readonly string[]): Block {
  return {
    margin: [0, 4, 0, 4],
    table: { headerRows: 1, dontBreakRows: true, widths, body: [heads, ...rows] },
    layout: {
      hLineWidth: (line: number) => (line === 0 ? 0 : 0.5),
      vLineWidth: () => 0,
      hLineColor: () => rule,
      paddingLeft: () => 2,
      paddingRight: () => 6,
    },
  };
}

function cellOf(cell: Cell, kind: CellKind, bold: boolean): Block {
  return { text: inText(cell, kind), alignment: kind === 'text' ? 'left' : 'right', bold };
}

function inText(cell: Cell, kind: CellKind): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  return kind === 'share' ? `${(cell * 100).toFixed(1)} %` : String(cell);
}
