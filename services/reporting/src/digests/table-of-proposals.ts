import type { Principal, Problem } from '@ledgerline/contracts';
import {
  ofProposals,
  usualRows,
  usualTickets,
  type DigestPeriod,
  type DigestRow,
  type DigestTable,
  type DigestTemplate,
} from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';

/** What the digest that it stands in is about. */
interface About {
  readonly template: DigestTemplate;
  readonly department: string | undefined;
  readonly period: DigestPeriod;
  readonly before: DigestPeriod;
}

type Figures = DigestRow['figures'];
interface Line {
  readonly figures: Figures;
  readonly before: Figures;
}
type Answer =
  | {
      readonly kind: 'figures';
      readonly lines: readonly (Line & { readonly department: string })[];
      readonly total: Line;
      readonly named: readonly string[];
      readonly more: boolean;
    }
  | Problem;

const compared = ['proposed', 'carriedOut', 'notDone'];
const figures = [...compared, 'underWay', 'overdueNow'];

/** The section about proposals (R11), asked of the service that keeps them; undefined where the template has none. */
export async function tableOfProposals(
  { template, department, period, before }: About,
  principal: Principal,
  { ledgerline, after }: { readonly ledgerline: Ledgerline; readonly after: string | undefined },
): Promise<{ readonly kind: 'tables'; readonly tables: readonly DigestTable[] } | Problem | undefined> {
  const chosen = template.sections.find(({ section }) => section === ofProposals);
  if (chosen === undefined) return undefined;
  const where = department === undefined ? {} : { department };
  const body = { ...where, period, before, limit: chosen.tickets ?? usualTickets };
  const message = { body, principal, ...(after === undefined ? {} : { after }) };
  const answer = await ledgerline.ask<Answer>('department', 'proposal-figures', message);
  if (answer.kind === 'problem') return answer;
  const size = ({ figures: of }: DigestRow) => figures.reduce((sum, name) => sum + (of[name] ?? 0), 0);
  const all = answer.lines
    .map(({ department: code, ...line }): DigestRow => ({ group: { department: code }, ...line }))
    .toSorted((a, b) => size(b) - size(a));
  const rows = all.slice(0, chosen.rows ?? usualRows);
  const table: DigestTable = {
    section: ofProposals,
    report: ofProposals,
    where,
    group: ['department'],
    figures,
    compared,
    rows,
    more: all.length - rows.length,
    total: answer.total,
    proposals: { ids: answer.named, more: answer.more },
  };
  return { kind: 'tables', tables: [table] };
}
