import type { Publish, WithdrawPublication } from '@ledgerline/contracts';
import { existing, isBeingHandled, isRejection, personalDataIn, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/**
 * R7.2: a result that may be published appears on the public pages, without personal data, once the caller has it.
 *
 * @param publication its id there, which says nothing of the ticket
 */
export function publishResult(publication: string): Decide<Publish, MaybeTicket, TicketEvent> {
  return ({ title, text }, state) => {
    const ticket = existing(state);
    if (isRejection(ticket)) return ticket;
    if (ticket.status !== 'completed' && ticket.status !== 'closed')
      return rejected('ticket-not-completed', { status: ticket.status });
    if (ticket.status === 'completed' && isBeingHandled(ticket)) return rejected('result-not-approved');
    if (ticket.confidential || ticket.result?.publishable !== true) return rejected('result-not-publishable');
    if (ticket.publication !== undefined) return rejected('already-published', { publication: ticket.publication.id });
    const found = [...new Set([title, text].flatMap((words) => personalDataIn(words, ticket)))];
    if (found.length > 0) return rejected('contains-personal-data', { found });
    return [{ type: 'ResultPublished', data: { person: ticket.person, publication, title, text } }];
  };
}

/** What should not stand there is taken back, with why; the history keeps both. */
export const withdrawPublication: Decide<WithdrawPublication, MaybeTicket, TicketEvent> = ({ reason }, state) => {
  const ticket = existing(state);
  if (isRejection(ticket)) return ticket;
  if (ticket.publication === undefined) return rejected('not-published');
  return [{ type: 'PublicationWithdrawn', data: { person: ticket.person, reason } }];
};
