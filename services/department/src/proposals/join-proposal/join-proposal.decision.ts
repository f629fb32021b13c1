import type { JoinProposal, RemoveFromProposal } from '@ledgerline/contracts';
import { mostCallers, type MaybeProposal, type OtherTicket, type ProposalEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** Further callers asked for it, also when it has an outcome already: then they are to be told of that. */
export function joinProposal(tickets: readonly OtherTicket[]): Decide<JoinProposal, MaybeProposal, ProposalEvent> {
  return (_body, proposal) => {
    if (proposal === undefined) return rejected('proposal-not-found');
    const known = new Set(proposal.callers.map(({ ticket }) => ticket));
    const there = tickets.find(({ id }) => known.has(id));
    if (there !== undefined) return rejected('ticket-already-joined', { ticket: there.id });
    if (known.size + tickets.length > mostCallers) return rejected('too-many-callers', { most: mostCallers });
    return tickets.map(joining);
  };
}

/** Joined by mistake. Who was told of an outcome stays. */
export function removeFromProposal(tickets: readonly OtherTicket[]): Decide<RemoveFromProposal, MaybeProposal, ProposalEvent> {
  return ({ reason }, proposal) => {
    if (proposal === undefined) return rejected('proposal-not-found');
    for (const { id: ticket } of tickets) {
      const caller = proposal.callers.find((one) => one.ticket === ticket);
      if (caller === undefined) return rejected('ticket-not-joined', { ticket });
      if (caller.told !== undefined) return rejected('caller-already-told', { ticket });
    }
    return tickets.map(({ id: ticket }) => ({
      type: 'ProposalTicketRemoved',
      data: { person: proposal.person, ticket, reason },
    }));
  };
}

export function joining({ id, ticket }: OtherTicket): ProposalEvent {
  return { type: 'ProposalTicketJoined', data: { ticket: id, ...(ticket.confidential ? { confidential: true } : {}) } };
}
