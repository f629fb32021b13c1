import type { ShownDigest, ShownDigestSection } from '@ledgerline/contracts';
import {
  departmentFold, digestColumnTitles, digestFigureTitles, digestText, ofProposals, periodInWords, sectionOf, type DigestContent, type DigestPeriod, type DigestRow,
  type DigestTable, type DigestTemplate, type InBothLanguages,
} from '@ledgerline/domain'; // prettier-ignore
import type { Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';
import { ticketsAddress } from '../analytics/report.query.js';
import { templateVersion } from './make-digest.query.js';

/** Titles and texts are those of the version that it was made by, which never changes. */
export async function shownDigest(content: DigestContent, ledgerline: Ledgerline): Promise<ShownDigest> {
  const { template, department, period, timeZone } = content;
  const version = await templateVersion(template.code, template.draft, ledgerline);
  const texts = version?.body as DigestTemplate;
  const departmentName = await nameOf(department, ledgerline);
  const title = periodInWords(period.name, daysOf(period, timeZone));
  const said = (language: 'zh' | 'en') => ({ period: title[language], department: departmentName ?? '' });
  const inWords = (text: Parameters<typeof digestText>[0] | undefined): InBothLanguages | null =>
    text === undefined ? null : { zh: digestText(text, said('zh')).zh, en: digestText(text, said('en')).en };
  return {
    ...content,
    title: inWords(texts.title) as InBothLanguages,
    intro: inWords(texts.intro),
    departmentName,
    period: { ...period, title },
    sections: content.sections.map((table) => {
      const chosen = texts.sections.find(({ section }) => section === table.section);
      const { title: usual, means } = sectionOf(table.section);
      return { ...shownTable(table, period), title: inWords(chosen?.title) ?? usual, intro: inWords(chosen?.intro), means };
    }),
  };
}

function shownTable(table: DigestTable, period: DigestPeriod): Omit<ShownDigestSection, 'title' | 'intro' | 'means'> {
  const { report, where, isPresent, from = period.from } = table;
  const parameters = { ...where, ...(isPresent ? {} : { from, to: period.to }) };
  const cell = table.listed?.cell ?? table.figures[0] ?? '';
  const address = (group: DigestRow['group']) =>
    report === ofProposals
      ? addressOfProposals({ ...where, ...group })
      : ticketsAddress({ name: report, parameters: { ...parameters, cell } }, { group });
  const titled = (titles: Readonly<Record<string, InBothLanguages>>) => (name: string) => ({
    name,
    title: titles[name] ?? { zh: name, en: name },
  });
  return {
    ...table,
    group: table.group.map(titled(digestColumnTitles)),
    figures: table.figures.map(titled(digestFigureTitles)),
    rows: table.rows.map((row) => ({ ...row, tickets: address(row.group) })),
    tickets: address({}),
  };
}

function addressOfProposals(parameters: Readonly<Record<string, string | number>>): string {
  const asked = new URLSearchParams(Object.entries(parameters).map(([name, value]) => [name, String(value)]));
  return `/api/v1/proposals?${asked.toString()}`;
}

function daysOf({ from, to }: DigestPeriod, timeZone: string): readonly [string, string] {
  const day = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate();
  return [day(from).toString(), day(to).subtract({ days: 1 }).toString()];
}

async function nameOf(department: string | undefined, { commands }: Ledgerline): Promise<string | null> {
  if (department === undefined) return null;
  const { state } = await commands.current(streamName('department', department), departmentFold);
  return state?.name ?? department;
}
