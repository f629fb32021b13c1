import type { ExplainDelay } from '@ledgerline/contracts';
import { isRejection, stillOpen, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import type { Decide } from '@ledgerline/kernel';

/** R6.4: the caller is told why it takes longer, word by word on record. */
export const explainDelay: Decide<ExplainDelay, MaybeTicket, TicketEvent> = ({ text, channel }, state) => {
  const ticket = stillOpen(state);
  if (isRejection(ticket)) return ticket;
  return [{ type: 'DelayExplained', data: { person: ticket.person, text, channel } }];
};
