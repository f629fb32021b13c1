import { problem, type QueryRequest } from '@ledgerline/contracts';
import { problemRecordFold, seesProblem, type MaybeProblemRecord } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { eventsOf, streamName } from '@ledgerline/kernel';
import { seenTickets } from '../../seen-tickets.js';
import { shownHistory, ticketsIn } from '../../shown-history.js';
import { shownProblem } from './shown-problem.js';

/** `GET /problems/{id}`: as it stands, what helps, and how it came to that: each version with who and why. */
export async function oneProblem({ body: { id }, principal }: QueryRequest<{ readonly id: string }>, ledgerline: Ledgerline) {
  const events = await eventsOf(streamName('problem', id), ledgerline);
  const found = events.reduce<MaybeProblemRecord>(problemRecordFold.evolve, undefined);
  if (found === undefined || !seesProblem(found, principal)) return problem('problem-not-found');
  const { seen, open } = await seenTickets(ticketsIn(events), principal, ledgerline);
  const linked = found.tickets.filter(({ ticket }) => seen.has(ticket));
  const count = { linked: linked.length, open: linked.filter(({ ticket }) => open.has(ticket)).length };
  const shown = shownProblem({ ...found, id, version: events.length }, count);
  return { kind: 'one' as const, problem: { ...shown, history: shownHistory(events, seen) } };
}
