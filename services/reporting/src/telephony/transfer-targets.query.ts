import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { seenAgents } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { liveBoard } from './live-board.js';
import { liveCallsCollection } from './live-calls.projection.js';
import { sitesOf } from './agents-now.js';

/** Who could take a call now. Account and team are all that colleagues are told of each other. */
export interface TransferTarget {
  readonly agent: string;
  readonly team: string | null;
}

export type TransferTargetsAnswer = { readonly kind: 'page'; readonly items: readonly TransferTarget[] } | Problem;

/** `GET /calls/{id}/transfer-targets`: agents of one's sites who are ready and have no call; for whoever speaks on it (R1.4). */
export async function listTransferTargets(
  { body: { id }, principal }: QueryRequest<{ readonly id: string }>,
  ledgerline: Ledgerline,
): Promise<TransferTargetsAnswer> {
  if (seenAgents(principal) === 'none') return problem('not-allowed');
  const found = await (await ledgerline.live(liveCallsCollection)).get(id);
  if (found?.document?.agent !== principal.id) return problem('call-not-found');
  const sites = principal.departments.includes('*') ? 'all' : await sitesOf(principal, ledgerline);
  const { agents } = await liveBoard(sites, ledgerline);
  const isFree = agents.filter(({ agent, state, call }) => state === 'ready' && call === null && agent !== principal.id);
  return { kind: 'page', items: isFree.map(({ agent, team }) => ({ agent, team })) };
}
