import { problem, type Principal, type Problem, type QueryRequest } from '@ledgerline/contracts';
import {
  departmentFold, documentFold, faultsOfDigestTemplate, inForce, isOfReport, kindOfPeriod, lastPeriod, periodBefore, periodNamed, seesAllTickets, type DigestContent, type DigestPeriod,
  type DigestTable, type DigestTemplate, type ReportSection,
} from '@ledgerline/domain'; // prettier-ignore
import type { Ledgerline } from '@ledgerline/host';
import { instantText, streamName } from '@ledgerline/kernel';
import { askDesk } from '../analytics/report.query.js';
import type { DigestQuestion } from './answer-digest.js';
import { tableOfProposals } from './table-of-proposals.js';

export interface AskedDigest {
  /** Code of a template. */
  readonly template: string;
  /** A version of it that is not, or not any more, in force: to look at what it would give. */
  readonly draft?: number;
  /** `2026-W10`, `2026-03`; the last week unless given. */
  readonly period?: string;
  readonly department?: string;
  /** In which weeks and months begin; the site's unless given. */
  readonly timeZone?: string;
}

export interface MadeDigest {
  readonly kind: 'made';
  readonly content: DigestContent;
}

/** Periods before this one that a trend goes back. */
const mostBack = 8;

/** R11: a digest of a period, made now, of what the asker may see. */
export async function makeDigest(
  { body, principal, after }: QueryRequest<AskedDigest>,
  ledgerline: Ledgerline,
): Promise<MadeDigest | Problem> {
  const { template: code, draft, timeZone = ledgerline.configuration.timeZone } = body;
  const now = ledgerline.clock.now();
  const version = await templateVersion(code, draft, ledgerline);
  if (version === undefined) return problem('document-not-found');
  const errors = faultsOfDigestTemplate(version.body);
  if (errors.length > 0) return { ...problem('invalid-document'), errors };
  const template = version.body as DigestTemplate;
  const period = body.period === undefined ? lastPeriod('week', now, timeZone) : periodNamed(body.period, timeZone);
  if (period === undefined) return invalid('period', 'is a week as 2026-W10 or a month as 2026-03');
  const department = await departmentOf(template, body, principal, ledgerline);
  if (typeof department === 'object') return department;
  const before = periodBefore(period, timeZone);
  const question: DigestQuestion = {
    sections: template.sections.filter((chosen): chosen is ReportSection => isOfReport(chosen.section)),
    scope: template.scope,
    ...(department === undefined ? {} : { department }),
    timeZone,
    kind: kindOfPeriod(period.name),
    period: inMilliseconds(period),
    before: inMilliseconds(before),
    beginnings: Array.from({ length: mostBack }, (_, n) => inMilliseconds(periodBefore(period, timeZone, n)).from),
    principal,
    now,
  };
  type Tables = { readonly kind: 'report'; readonly position: string | null; readonly sections: readonly DigestTable[] };
  const answer = await askDesk<Tables>(ledgerline, 'digest', { ...question, after });
  if (answer.kind === 'problem') return answer;
  const proposals = await tableOfProposals({ template, department, period, before }, principal, { ledgerline, after });
  if (proposals?.kind === 'problem') return proposals;
  const tables = new Map([...answer.sections, ...(proposals?.tables ?? [])].map((table) => [table.section, table]));
  const content: DigestContent = {
    template: { code, draft: version.draft },
    scope: template.scope,
    ...(department === undefined ? {} : { department }),
    timeZone,
    period,
    before,
    asOf: instantText(now),
    position: answer.position,
    sections: template.sections.flatMap(({ section }) => tables.get(section) ?? []),
  };
  return { kind: 'made', content };
}

/** In force now unless named; one with faults makes nothing. */
export async function templateVersion(code: string, draft: number | undefined, { commands, clock }: Ledgerline) {
  const { state } = await commands.current(streamName('document', `digest-template-${code}`), documentFold);
  if (draft === undefined) return inForce(state, instantText(clock.now()));
  return state?.versions.find((one) => one.draft === draft);
}

/** Of one department: the one that is named, or the asker's only one. undefined where it is about the centre. */
async function departmentOf(
  { scope }: DigestTemplate,
  { department }: AskedDigest,
  { departments, roles }: Principal,
  { commands }: Ledgerline,
): Promise<string | undefined | Problem> {
  if (scope === 'centre') return department === undefined ? undefined : invalid('department', 'this digest is about the centre');
  const own = departments.filter((one) => one !== '*');
  const named = department ?? (own.length === 1 ? own[0] : undefined);
  if (named === undefined) return problem('department-required');
  const mayAsk = seesAllTickets(roles) || departments.includes('*') || departments.includes(named);
  if (!mayAsk) return problem('not-your-department');
  const { state } = await commands.current(streamName('department', named), departmentFold);
  return state === undefined ? problem('unknown-department') : named;
}

function inMilliseconds({ from, to }: DigestPeriod) {
  return { from: Temporal.Instant.from(from).epochMilliseconds, to: Temporal.Instant.from(to).epochMilliseconds };
}

function invalid(name: string, detail: string): Problem {
  return { ...problem('invalid-query'), errors: [{ pointer: `/${name}`, detail }] };
}
