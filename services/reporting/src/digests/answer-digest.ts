import type { Principal } from '@ledgerline/contracts';
import {
  digestShares, usualRepeats, usualRows, usualTickets, type ReportSection, type DigestRow, type DigestScope, type DigestTable, type PeriodKind,
} from '@ledgerline/domain'; // prettier-ignore
import { instantText } from '@ledgerline/kernel';
import { answerReport, answerTickets, type ReportItem } from '../analytics/reports/answer-report.js';
import { questionOf, type SectionQuestion } from './section-question.js';

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What a digest asks of the facts, all at one moment. Instants are milliseconds since the epoch. */
export interface DigestQuestion {
  readonly sections: readonly ReportSection[];
  readonly scope: DigestScope;
  readonly department?: string;
  readonly timeZone: string;
  readonly kind: PeriodKind;
  readonly period: Stretch;
  readonly before: Stretch;
  /** Beginnings of the periods up to this one, the newest first. */
  readonly beginnings: readonly number[];
  readonly principal: Principal;
  readonly now: number;
}

type Parts = Parameters<typeof answerReport>[1];
type Figures = ReportItem['figures'];

/** The tables of a digest: nothing in them that its reader may not see, for every question has their sight as a condition. */
export async function answerDigest(
  question: DigestQuestion,
  parts: Parts,
): Promise<{ readonly sections: readonly DigestTable[] }> {
  const { timeZone } = question;
  const there = { ...parts, configuration: { ...parts.configuration, timeZone } };
  const sections: DigestTable[] = [];
  for (const chosen of question.sections) sections.push(await tableOf(chosen, question, there));
  return { sections };
}

async function tableOf(chosen: ReportSection, question: DigestQuestion, parts: Parts): Promise<DigestTable> {
  const { department, period, before, principal } = question;
  const asked = questionOf(chosen.section, question.scope, question.kind);
  const { report, group, figures, compared, isPresent } = asked;
  const where = { ...asked.where, ...(department === undefined ? {} : { department }) };
  const from = asked.spans === undefined ? period.from : (question.beginnings[asked.spans - 1] ?? period.from);
  const ask = (stretch: Stretch) => {
    const filter = { group, where, ...(isPresent ? {} : { from: stretch.from, to: stretch.to }) };
    return answerReport({ name: report, filter, principal, now: question.now }, parts);
  };
  const now = await ask({ from, to: period.to });
  const then = compared.length === 0 ? { items: [], total: {} } : await ask(before);
  const all = linesOf(asked, now.items, then.items).filter((line) => isShown(line, chosen));
  const rows = asked.spans === undefined ? all.slice(0, chosen.rows ?? usualRows) : all;
  const listed = await listedOf(chosen, asked, { where, from, question, parts });
  return {
    section: chosen.section,
    report,
    where,
    ...(from === period.from ? {} : { from: instantText(from) }),
    ...(isPresent ? { isPresent } : {}),
    group,
    figures,
    compared,
    rows,
    more: all.length - rows.length,
    total: { figures: some(figures, now.total), before: some(compared, then.total) },
    ...listed,
  };
}

/** Lines of both periods: what is not there any more is news too. The largest first; periods in their order. */
function linesOf({ figures, compared, spans }: SectionQuestion, now: readonly ReportItem[], then: readonly ReportItem[]) {
  const nothing = Object.fromEntries(figures.map((name) => [name, digestShares.includes(name) ? null : 0]));
  const key = ({ group }: Pick<ReportItem, 'group'>) => JSON.stringify(Object.values(group));
  const before = new Map(then.map((item) => [key(item), item.figures]));
  const current = new Set(now.map(key));
  const lines = [...now, ...then.filter((item) => !current.has(key(item))).map(({ group }) => ({ group, figures: nothing }))];
  const rows = lines.map((line): DigestRow => ({
    group: line.group,
    figures: some(figures, line.figures),
    before: some(compared, before.get(key(line)) ?? nothing),
  }));
  if (spans !== undefined) return rows;
  const size = (of: Figures, name: string | undefined) => (name === undefined ? 0 : (of[name] ?? 0));
  const [first] = figures;
  return rows.toSorted(
    (a, b) => size(b.figures, first) - size(a.figures, first) || size(b.before, compared[0]) - size(a.before, compared[0]),
  );
}

function isShown({ figures }: DigestRow, { section, atLeast = usualRepeats }: ReportSection): boolean {
  return section !== 'repeated-faults' || (figures['registered'] ?? 0) >= atLeast;
}

interface Listing {
  readonly where: DigestTable['where'];
  readonly from: number;
  readonly question: DigestQuestion;
  readonly parts: Parts;
}

async function listedOf(
  { tickets = usualTickets }: ReportSection,
  { lists, report, isPresent }: SectionQuestion,
  { where, from, question, parts }: Listing,
): Promise<Pick<DigestTable, 'listed'>> {
  if (lists === undefined || tickets === 0) return {};
  const filter = { group: [], where, ...(isPresent ? {} : { from, to: question.period.to }) };
  const { principal, now } = question;
  const page = await answerTickets({ name: report, filter, principal, now, cell: lists, limit: tickets }, parts);
  const ids = page.items.map(({ id }) => id as string);
  return { listed: { cell: lists, tickets: ids, more: page.next !== null } };
}

function some(names: readonly string[], figures: Figures): Figures {
  return Object.fromEntries(names.map((name) => [name, figures[name] ?? null]));
}
