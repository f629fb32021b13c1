import type { Problem, QueryRequest } from '@ledgerline/contracts';
import { problemRecordFold, seenTickets, seesProblem, type ProblemRecord } from '@ledgerline/domain';
import { oneRecord, type Ledgerline, type RecordKind, type ShownStep } from '@ledgerline/host';
import { shownHistory, ticketsIn } from '../../shown-history.js';
import { shownProblem, type ShownProblem } from './shown-problem.js';

export type OneProblem = ShownProblem & { readonly history: readonly ShownStep[] };

export const problemKind: RecordKind<ProblemRecord> = {
  category: 'problem',
  fold: problemRecordFold,
  sees: seesProblem,
  notFound: 'problem-not-found',
};

/** `GET /problems/{id}`: as it stands, what helps, and how it came to that: each version with who and why. */
export async function oneProblem(
  { body: { id }, principal }: QueryRequest<{ readonly id: string }>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'one'; readonly problem: OneProblem } | Problem> {
  const record = await oneRecord(problemKind, { id, principal }, ledgerline);
  if ('code' in record) return record;
  const { state, events } = record;
  const { seen, open } = await seenTickets(ticketsIn(events), principal, ledgerline);
  const linked = state.tickets.filter(({ ticket }) => seen.has(ticket));
  const count = { linked: linked.length, open: linked.filter(({ ticket }) => open.has(ticket)).length };
  const shown = shownProblem({ ...state, id, version: events.length }, count);
  return { kind: 'one', problem: { ...shown, history: shownHistory(events, seen) } };
}
