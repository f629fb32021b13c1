import type { ExcuseCaller, TellCallers } from '@ledgerline/contracts';
import {
  outcomeOf,
  tellingOf,
  type MaybeProposal,
  type OtherTicket,
  type Proposal,
  type ProposalEvent,
} from '@ledgerline/domain';
import { isErased, rejected, type Decide, type Rejection } from '@ledgerline/kernel';

/**
 * R11: the callers who asked for it are told what became of it, each once an outcome. Decided here alone, so that two people who tell the same
 * caller at the same moment do not both; the words then go to the caller's own ticket.
 */
export function tellCallers(tickets: readonly OtherTicket[]): Decide<TellCallers, MaybeProposal, ProposalEvent> {
  return ({ channel, text }, proposal) => {
    if (proposal === undefined) return rejected('proposal-not-found');
    const refusal = refusalToTell(tickets, proposal);
    if (refusal !== undefined) return refusal;
    const erased = tickets.find(({ ticket }) => isErased(ticket.caller));
    if (erased !== undefined) return rejected('caller-is-erased', { ticket: erased.id });
    const outcome = proposal.outcomes.length;
    return tickets.map(({ id, ticket }) => ({
      type: 'CallerToldOfOutcome',
      data: { person: ticket.person, ticket: id, outcome, channel, text },
    }));
  };
}

/** Erased, unreachable, or not wanted: why nobody tells them stands on record. */
export function excuseCaller(tickets: readonly OtherTicket[]): Decide<ExcuseCaller, MaybeProposal, ProposalEvent> {
  return ({ reason }, proposal) => {
    if (proposal === undefined) return rejected('proposal-not-found');
    const refusal = refusalToTell(tickets, proposal);
    if (refusal !== undefined) return refusal;
    const { person, outcomes } = proposal;
    return tickets.map(({ id: ticket }) => ({
      type: 'CallerExcusedFromOutcome',
      data: { person, ticket, outcome: outcomes.length, reason },
    }));
  };
}

function refusalToTell(tickets: readonly OtherTicket[], proposal: Proposal): Rejection | undefined {
  if (outcomeOf(proposal) === undefined) return rejected('proposal-has-no-outcome', { status: proposal.status });
  for (const { id: ticket } of tickets) {
    const caller = proposal.callers.find((one) => one.ticket === ticket);
    if (caller === undefined) return rejected('ticket-not-joined', { ticket });
    if (tellingOf(proposal, caller) === 'told') return rejected('caller-already-told', { ticket });
  }
  return undefined;
}
