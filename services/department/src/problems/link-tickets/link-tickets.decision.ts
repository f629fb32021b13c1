import type { LinkTickets, UnlinkTicket } from '@ledgerline/contracts';
import { mostLinkedTickets, type MaybeProblemRecord, type OtherTicket, type ProblemEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** Also when it is resolved: that it came again is what somebody has to see. */
export function linkTickets(tickets: readonly OtherTicket[]): Decide<LinkTickets, MaybeProblemRecord, ProblemEvent> {
  return (_body, problem) => {
    if (problem === undefined) return rejected('problem-not-found');
    const known = new Set(problem.tickets.map(({ ticket }) => ticket));
    const there = tickets.find(({ id }) => known.has(id));
    if (there !== undefined) return rejected('ticket-already-linked', { ticket: there.id });
    if (known.size + tickets.length > mostLinkedTickets) return rejected('too-many-tickets', { most: mostLinkedTickets });
    return tickets.map(linking);
  };
}

export function unlinkTicket(tickets: readonly OtherTicket[]): Decide<UnlinkTicket, MaybeProblemRecord, ProblemEvent> {
  return ({ reason }, problem) => {
    if (problem === undefined) return rejected('problem-not-found');
    const known = new Set(problem.tickets.map(({ ticket }) => ticket));
    const other = tickets.find(({ id }) => !known.has(id));
    if (other !== undefined) return rejected('ticket-not-linked', { ticket: other.id });
    return tickets.map(({ id: ticket }) => ({
      type: 'ProblemTicketUnlinked',
      data: { person: problem.person, ticket, reason },
    }));
  };
}

export function linking({ id, ticket }: OtherTicket): ProblemEvent {
  return { type: 'ProblemTicketLinked', data: { ticket: id, ...(ticket.confidential ? { confidential: true } : {}) } };
}
