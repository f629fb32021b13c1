import { problem, type Principal, type QueryRequest } from '@ledgerline/contracts';
import { answersForTeams, readsAllInspections, withImplied, type FigureGroup } from '@ledgerline/domain';
import { whyUnseen, type Ledgerline, type Where } from '@ledgerline/host';
import { everyDocument } from '@ledgerline/kernel';
import { figuresOf, linesBy, type OneResult } from './quality-figures.js';
import { resultsCollection, type ResultsOfMonth } from './results-by-month.projection.js';

export interface AskedFigures {
  /** Months, the last with it: `2026-03`. */
  readonly from: string;
  readonly to: string;
  readonly by: readonly FigureGroup[];
  readonly agent?: string;
  readonly team?: string;
}

/**
 * `GET /inspections/figures`: of the work of some months, of whose results the asker may read: agents their own, those who answer for teams their
 * teams'. A document holds one agent's month, so that a year of five hundred agents is some thousands of them.
 */
export async function qualityFigures({ body, principal, after }: QueryRequest<AskedFigures>, ledgerline: Ledgerline) {
  if (withImplied(principal.roles).size === 0) return problem('not-allowed');
  const collection = await ledgerline.live(resultsCollection);
  const why = await whyUnseen(collection, after, ledgerline);
  if (why) return problem(why);
  const { from, to, by } = body;
  const scope = scopeOf(body, principal);
  const where = scope === 'nothing' ? [] : scope.rows.map((rows) => ({ ...rows, month: { from, before: `${to}~` } }));
  const found = new Map<string, ResultsOfMonth>();
  for (const rows of where)
    for await (const { id, document } of everyDocument(collection, { where: rows, sort: ['month'] })) found.set(id, document);
  const results = [...found.values()].flatMap(resultsIn).filter((one) => scope !== 'nothing' && scope.counts(one));
  return { kind: 'figures' as const, lines: linesBy(results, by), total: figuresOf(results) };
}

interface Scope {
  readonly rows: readonly Where[];
  /** A month of an agent may hold work for another team. */
  readonly counts: (result: OneResult) => boolean;
}

function scopeOf({ agent, team }: AskedFigures, { id, onBehalfOf, roles, departments }: Principal): Scope | 'nothing' {
  const counts = (result: OneResult) => team === undefined || result.team === team;
  const all = readsAllInspections(roles) || (answersForTeams(roles) && departments.includes('*'));
  const self = onBehalfOf === undefined ? id : undefined;
  if (!all && !answersForTeams(roles)) {
    if (self === undefined || (agent !== undefined && agent !== self)) return 'nothing';
    return { rows: [{ kind: 'month', agent: self }], counts };
  }
  if (agent !== undefined) return { rows: [{ kind: 'month', agent }], counts: (one) => counts(one) && (all || isOf(one, departments)) };
  if (team !== undefined && !all && !departments.includes(team)) return 'nothing';
  const teams = team === undefined ? departments : [team];
  if (all && team === undefined) return { rows: [{ kind: 'month' }], counts };
  return { rows: teams.map((one) => ({ kind: 'team', team: one })), counts: (one) => teams.includes(one.team) };
} // prettier-ignore

function isOf({ team }: OneResult, departments: readonly string[]): boolean {
  return departments.includes(team);
}

function resultsIn({ agent, month, results }: ResultsOfMonth): readonly OneResult[] {
  return Object.values(results).map((result) => ({ ...result, agent, month }));
}
