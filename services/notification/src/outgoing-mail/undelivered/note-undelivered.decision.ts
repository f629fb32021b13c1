import { existing, isRejection, type MaybeTicket, type TicketEvent, type TicketEvents } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** Somebody has to reach the caller otherwise; of a ticket that is archived nobody is at work any more. */
export const noteUndelivered: Decide<TicketEvents['MailUndelivered'], MaybeTicket, TicketEvent> = (data, state) => {
  const ticket = existing(state);
  if (isRejection(ticket)) return ticket;
  return ticket.status === 'archived' ? rejected('ticket-archived') : [{ type: 'MailUndelivered', data }];
};
