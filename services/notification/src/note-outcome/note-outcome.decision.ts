import { existing, isRejection, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import type { Decide } from '@ledgerline/kernel';

/** What a proposal says that this ticket's caller was told. */
export interface NoteOutcome {
  readonly proposal: string;
  readonly outcome: number;
  readonly channel: string;
  readonly text: string;
}

/** R11, R7.1: word by word on the caller's own ticket, whatever has become of that meanwhile. The proposal sees to it that it is once. */
export const noteOutcome: Decide<NoteOutcome, MaybeTicket, TicketEvent> = ({ proposal, outcome, channel, text }, state) => {
  const ticket = existing(state);
  if (isRejection(ticket)) return ticket;
  return [{ type: 'ProposalOutcomeTold', data: { person: ticket.person, text, channel, proposal, outcome } }];
};
