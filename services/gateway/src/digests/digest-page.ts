import type { DigestFigures, DigestLine, InTwoLanguages, ShownDigest, ShownDigestSection } from '@ledgerline/contracts';
import { digestShares } from '@ledgerline/domain';
import { pageWords, type FileLanguage } from './page-words.js';

export type CellKind = 'text' | 'count' | 'share';
export type Cell = string | number | null;

/** A digest in one language with every code in words: what a PDF and a spreadsheet are both made from. */
export interface DigestPage {
  readonly language: FileLanguage;
  readonly title: string;
  /** Period, department, when it was made and up to where in the log. */
  readonly heads: readonly string[];
  readonly intro: string | null;
  readonly sections: readonly PageSection[];
  /** R7.2: who took it out, when, and of which position; on every page. */
  readonly mark: string;
  /** The same in short, across each page. */
  readonly watermark: string;
}

export interface PageSection {
  readonly title: string;
  readonly intro: string | null;
  readonly means: string;
  readonly columns: readonly { readonly title: string; readonly kind: CellKind }[];
  readonly rows: readonly (readonly Cell[])[];
  readonly total: readonly Cell[];
  /** What was left out of the table, in words. */
  readonly more: string | null;
  readonly tickets: readonly PageTicket[];
  readonly moreTickets: string | null;
  readonly proposals: readonly PageProposal[];
}

export interface PageTicket {
  readonly number: string;
  readonly subject: string;
  readonly status: string;
  /** Where the ticket is in the console. */
  readonly address: string;
}

export interface PageProposal {
  readonly title: string;
  readonly department: string;
  readonly status: string;
}

/** What codes are called, and who asks. */
export interface PageNames {
  of(column: string, code: string): string;
  readonly tickets: ReadonlyMap<string, PageTicket>;
  readonly proposals: ReadonlyMap<string, PageProposal>;
  readonly reader: string;
  /** Of an instant, in the digest's time zone. */
  time(instant: string): string;
  readonly now: string;
}

export function digestPage(digest: ShownDigest, language: FileLanguage, names: PageNames): DigestPage {
  const say = (texts: InTwoLanguages) => texts[language];
  const words = pageWords[language];
  const position = digest.position ?? '–';
  const heads = [
    `${words.period} ${say(digest.period.title)}`,
    ...(digest.departmentName === null ? [] : [`${words.department} ${digest.departmentName}`]),
    `${words.madeAt} ${names.time(digest.asOf)}（${digest.timeZone}）`,
    `${words.position} ${position}`,
  ];
  return {
    language,
    title: say(digest.title),
    heads,
    intro: digest.intro && say(digest.intro),
    sections: digest.sections.map((section) => pageSection(section, { say, words, names })),
    mark: `${words.exportedBy} ${names.reader} · ${names.time(names.now)} · ${words.position} ${position}`,
    watermark: `${names.reader} ${names.time(names.now)}`,
  };
}

interface Telling {
  readonly say: (texts: InTwoLanguages) => string;
  readonly words: (typeof pageWords)[FileLanguage];
  readonly names: PageNames;
}

function pageSection(section: ShownDigestSection, { say, words, names }: Telling): PageSection {
  const { group, figures, compared, rows, total, listed } = section;
  const kindOf = (name: string): CellKind => (digestShares.includes(name) ? 'share' : 'count');
  const cells = (now: DigestFigures, before: DigestFigures): readonly Cell[] =>
    figures.flatMap(({ name }) => [now[name] ?? null, ...(compared.includes(name) ? [before[name] ?? null] : [])]);
  const line = (row: DigestLine) => [...group.map(({ name }) => names.of(name, String(row.group[name] ?? 'none'))), ...cells(row.figures, row.before)]; // prettier-ignore
  return {
    title: say(section.title),
    intro: section.intro && say(section.intro),
    means: say(section.means),
    columns: [
      ...group.map(({ title }) => ({ title: say(title), kind: 'text' as const })),
      ...figures.flatMap(({ name, title }) => [
        { title: say(title), kind: kindOf(name) },
        ...(compared.includes(name) ? [{ title: `${say(title)}${words.before}`, kind: kindOf(name) }] : []),
      ]),
    ],
    rows: rows.map(line),
    total: [words.total, ...group.slice(1).map(() => ''), ...cells(total.figures, total.before)],
    more: section.more === 0 ? null : words.moreLines(section.more),
    tickets: (listed?.tickets ?? []).flatMap((id) => names.tickets.get(id) ?? []),
    moreTickets: listed?.more === true ? words.moreTickets : null,
    proposals: (section.proposals?.ids ?? []).flatMap((id) => names.proposals.get(id) ?? []),
  };
}
