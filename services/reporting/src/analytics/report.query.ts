import { problem, type Principal, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { seenAgents, type InBothLanguages } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { FactsUnavailable, instantText } from '@ledgerline/kernel';
import type { ReportAnswer, ReportItem } from './reports/answer-report.js';
import { parseReport, type Parameters } from './reports/parse-report.js';
import type { ReportFilter } from './reports/report-sql.js';
import type { Report } from './reports/report.js';
import { reports } from './reports/reports.js';
import { sitesOf } from '../telephony/agents-now.js';

export interface AskedReport {
  readonly name: string;
  readonly parameters: Parameters;
}

/** Figures of a report with the address of the tickets (or contacts) behind them; which of its numbers is meant, `cell` says, to be added. */
export type CountedFigures = Pick<ReportItem, 'figures'> & {
  readonly tickets?: string;
  /** In place of them, where calls are counted. */
  readonly contacts?: string;
};

/** A report as it is told: computed at a position of the log, of what the asker may see. */
export interface ShownReport {
  readonly report: string;
  /** The period, from its first instant up to its last; null where nothing limits it. */
  readonly from: string | null;
  readonly to: string | null;
  readonly asOf: string;
  readonly position: string;
  /** By what it can be grouped and narrowed. */
  readonly columns: readonly string[];
  /** Numbers whose tickets can be listed. */
  readonly cells: readonly string[];
  /** What is counted, and by which time. */
  readonly means: InBothLanguages;
  readonly items: readonly (CountedFigures & Pick<ReportItem, 'group'>)[];
  readonly total: CountedFigures;
}

/** `GET /reports/{name}`: figures by group, the whole, where in the log they were computed at, and what they mean. */
export async function askReport(
  { body, principal, after }: QueryRequest<AskedReport>,
  ledgerline: Ledgerline,
): Promise<(ShownReport & { readonly kind: 'report' }) | Problem> {
  const asked = parsed(body, ledgerline);
  if ('code' in asked) return asked;
  const { report, filter } = asked;
  const sight = await sightOfReport(report, principal, ledgerline);
  if ('code' in sight) return sight;
  const now = ledgerline.clock.now();
  const answer = await askDesk<ReportAnswer & { readonly kind: 'report'; readonly position: string }>(ledgerline, 'report', {
    name: body.name,
    filter,
    ...sight,
    now,
    after,
  });
  if (answer.kind === 'problem') return answer;
  const behind = report.about === 'agents' ? 'contacts' : 'tickets';
  const whose = (item: Pick<ReportItem, 'group'>) => ({ [behind]: behindAddress(body, behind, item) });
  return {
    kind: 'report',
    report: body.name,
    from: filter.from === undefined ? null : instantText(filter.from),
    to: filter.to === undefined ? null : instantText(filter.to),
    asOf: instantText(now),
    position: answer.position,
    columns: Object.keys(report.columns),
    cells: Object.keys(report.cells),
    means: report.means,
    items: answer.items.map((item) => ({ ...item, ...whose(item) })),
    total: { figures: answer.total, ...whose({ group: {} }) },
  };
}

/** `GET /reports/{name}/tickets?cell=`: whose facts a number counted. */
export function askReportTickets(request: QueryRequest<AskedReport>, ledgerline: Ledgerline) {
  return askBehind('tickets', request, ledgerline);
}

/** `GET /reports/{name}/contacts?cell=`: the same, of a report about calls. */
export function askReportContacts(request: QueryRequest<AskedReport>, ledgerline: Ledgerline) {
  return askBehind('contacts', request, ledgerline);
}

async function askBehind(
  behind: 'tickets' | 'contacts',
  { body, principal, after }: QueryRequest<AskedReport>,
  ledgerline: Ledgerline,
) {
  const { cell, limit = '50', cursor, group: _group, ...parameters } = body.parameters;
  const asked = parsed({ ...body, parameters }, ledgerline);
  if ('code' in asked) return asked;
  const { report, filter } = asked;
  if ((report.about === 'agents') !== (behind === 'contacts')) return problem('report-not-found');
  const sight = await sightOfReport(report, principal, ledgerline);
  if ('code' in sight) return sight;
  const first = Object.keys(report.cells)[0] as string;
  if (cell !== undefined && !Object.hasOwn(report.cells, cell))
    return fault('cell', `is one of ${Object.keys(report.cells).join(', ')}`);
  if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > 200) return fault('limit', 'is a number from 1 to 200');
  if (cursor !== undefined && !/^\d{1,10}$/.test(cursor)) return problem('invalid-cursor');
  const page = { cell: cell ?? first, limit: Number(limit), ...(cursor === undefined ? {} : { before: Number(cursor) }) };
  const now = ledgerline.clock.now();
  return askDesk(ledgerline, behind, { name: body.name, filter, ...sight, now, after, ...page });
}

/** What a report's figures are narrowed by: about those who take calls, the sites whose agents the asker may see. */
async function sightOfReport(
  { about }: Report,
  principal: Principal,
  ledgerline: Ledgerline,
): Promise<{ readonly principal: Principal; readonly sites?: readonly string[] } | Problem> {
  if (about !== 'agents') return { principal };
  switch (seenAgents(principal)) {
    case 'none':
      return problem('not-allowed');
    case 'of-their-sites':
      return { principal, sites: await sitesOf(principal, ledgerline) };
    default:
      return { principal };
  }
}

/** @returns a problem where nobody can answer: the reason stands in it */
export async function askDesk<Answer extends { readonly kind: string }>(
  { analytics }: Pick<Ledgerline, 'analytics'>,
  question: string,
  payload: unknown,
): Promise<Answer | Problem> {
  try {
    return await analytics.ask<Answer | Problem>(question, payload);
  } catch (error) {
    if (error instanceof FactsUnavailable) return problem('analytics-unavailable', { why: error.message });
    throw error;
  }
}

function parsed({ name, parameters }: AskedReport, { configuration }: Pick<Ledgerline, 'configuration'>) {
  const report = Object.hasOwn(reports, name) ? reports[name] : undefined;
  if (report === undefined) return problem('report-not-found');
  const filter = parseReport(report, parameters, configuration.timeZone);
  if ('errors' in filter) return { ...problem('invalid-query'), errors: filter.errors };
  return { report, filter: filter satisfies ReportFilter };
}

function fault(name: string, detail: string): Problem {
  return { ...problem('invalid-query'), errors: [{ pointer: `/${name}`, detail }] };
}

/** The same question, narrowed to one group, as an address; `cell` is to be added. */
export function ticketsAddress(asked: AskedReport, item: Pick<ReportItem, 'group'>): string {
  return behindAddress(asked, 'tickets', item);
}

function behindAddress({ name, parameters }: AskedReport, behind: string, { group }: Pick<ReportItem, 'group'>): string {
  const { group: _group, ...kept } = parameters;
  const narrowed = Object.entries({ ...kept, ...group }).map(([column, one]) => [column, String(one)]);
  const query = new URLSearchParams(narrowed).toString();
  return `/api/v1/reports/${name}/${behind}${query === '' ? '' : `?${query}`}`;
}
