import { problem, type QueryRequest } from '@ledgerline/contracts';
import { proposalFold, seesProposal, type MaybeProposal } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { eventsOf, instantText, streamName } from '@ledgerline/kernel';
import { seenTickets } from '../../seen-tickets.js';
import { shownHistory, ticketsIn } from '../../shown-history.js';
import { countedCallers, shownProposal } from './shown-proposal.js';

/** What one caller was told is read on their ticket. */
const withheld = { CallerToldOfOutcome: ['text'] };

/** `GET /proposals/{id}`: as it stands, and how it came to that: each step with who and why. */
export async function oneProposal({ body: { id }, principal }: QueryRequest<{ readonly id: string }>, ledgerline: Ledgerline) {
  const events = await eventsOf(streamName('proposal', id), ledgerline);
  const proposal = events.reduce<MaybeProposal>(proposalFold.evolve, undefined);
  if (proposal === undefined || !seesProposal(proposal, principal)) return problem('proposal-not-found');
  const { seen } = await seenTickets(ticketsIn(events), principal, ledgerline);
  const callers = proposal.callers.filter(({ ticket }) => seen.has(ticket));
  const now = instantText(ledgerline.clock.now());
  const shown = shownProposal({ ...proposal, id, version: events.length }, { now, callers: countedCallers(proposal, callers) });
  return { kind: 'proposal' as const, proposal: { ...shown, history: shownHistory(events, seen, withheld) } };
}
