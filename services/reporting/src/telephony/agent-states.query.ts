import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { seenAgents } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { waitFor } from '../wait-for.js';
import { agentDaysCollection } from './agent-days.projection.js';
import { daysOfNow, rowsOfAgents, shownAgents, standingDays, type AgentNow } from './agents-now.js';

export interface AgentStatesFilter {
  /** Of whoever asks. */
  readonly mine?: boolean;
  readonly site?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

export type AgentStatesAnswer = { readonly kind: 'page'; readonly items: readonly AgentNow[]; readonly next?: string } | Problem;

/** `GET /agent-states`: who is in which state since when, as far as the asker may see it (R12). */
export async function listAgentStates(
  { body, principal, after }: QueryRequest<AgentStatesFilter>,
  ledgerline: Ledgerline,
): Promise<AgentStatesAnswer> {
  const { mine = false, site, limit = 50, cursor } = body;
  const seen = await rowsOfAgents(principal, site, ledgerline);
  if (seen === 'nothing') return seenAgents(principal) === 'none' ? problem('not-allowed') : { kind: 'page', items: [] };
  const collection = await ledgerline.live(agentDaysCollection);
  const behind = await waitFor(after, collection, ledgerline);
  if (behind) return behind;
  const [today, eve] = daysOfNow(ledgerline);
  const whose = mine ? { ...seen, agent: principal.onBehalfOf ?? principal.id } : seen;
  const where = { scope: 'agent-day', ...whose, day: { from: eve } };
  const page = await collection.find({ where, sort: ['-day'], limit, ...(cursor === undefined ? {} : { cursor }) });
  const days = await standingDays(
    page.items.map(({ document }) => document),
    collection,
    today,
  );
  return { kind: 'page', items: await shownAgents(days, ledgerline), ...(page.next === undefined ? {} : { next: page.next }) };
}
