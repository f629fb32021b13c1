import { problem, type QueryRequest } from '@ledgerline/contracts';
import { proposalFold, seenTickets, seesProposal, tellingOf, type ProposalCaller, type Telling } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';
import { pageOfTickets } from '../../page-of-tickets.js';

export interface CallersOfProposal {
  readonly id: string;
  readonly telling?: Telling;
  readonly limit?: number;
  /** The last ticket of the page before. */
  readonly cursor?: string;
}

/** A caller who asked for it, by their ticket, and whether they were told of the outcome. */
export type CallerOfProposal = ProposalCaller & { readonly telling: Telling };

/** `GET /proposals/{id}/callers`: who asked for it, who has been told and who has not; of the tickets that the reader sees. */
export async function callersOfProposal({ body, principal }: QueryRequest<CallersOfProposal>, ledgerline: Ledgerline) {
  const { id, telling } = body;
  const { state: proposal } = await ledgerline.commands.current(streamName('proposal', id), proposalFold);
  if (proposal === undefined || !seesProposal(proposal, principal)) return problem('proposal-not-found');
  const all = proposal.callers.map((caller): CallerOfProposal => ({ ...caller, telling: tellingOf(proposal, caller) }));
  const { seen } = await seenTickets(
    all.map(({ ticket }) => ticket),
    principal,
    ledgerline,
  );
  const wanted = all.filter((one) => seen.has(one.ticket) && (telling === undefined || one.telling === telling));
  return pageOfTickets(wanted, body);
}
