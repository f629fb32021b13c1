import type { Problem, QueryRequest } from '@ledgerline/contracts';
import { proposalFold, seenTickets, seesProposal, type Proposal } from '@ledgerline/domain';
import { oneRecord, type Ledgerline, type RecordKind, type ShownStep } from '@ledgerline/host';
import { instantText } from '@ledgerline/kernel';
import { shownHistory, ticketsIn } from '../../shown-history.js';
import { countedCallers, shownProposal, type ShownProposal } from './shown-proposal.js';

export type OneProposal = ShownProposal & { readonly history: readonly ShownStep[] };

/** What one caller was told is read on their ticket. */
const withheld = { CallerToldOfOutcome: ['text'] };

export const proposalKind: RecordKind<Proposal> = {
  category: 'proposal',
  fold: proposalFold,
  sees: seesProposal,
  notFound: 'proposal-not-found',
};

/** `GET /proposals/{id}`: as it stands, and how it came to that: each step with who and why. */
export async function oneProposal(
  { body: { id }, principal }: QueryRequest<{ readonly id: string }>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'proposal'; readonly proposal: OneProposal } | Problem> {
  const record = await oneRecord(proposalKind, { id, principal }, ledgerline);
  if ('code' in record) return record;
  const { state, events } = record;
  const { seen } = await seenTickets(ticketsIn(events), principal, ledgerline);
  const callers = state.callers.filter(({ ticket }) => seen.has(ticket));
  const now = instantText(ledgerline.clock.now());
  const shown = shownProposal({ ...state, id, version: events.length }, { now, callers: countedCallers(state, callers) });
  return { kind: 'proposal', proposal: { ...shown, history: shownHistory(events, seen, withheld) } };
}
