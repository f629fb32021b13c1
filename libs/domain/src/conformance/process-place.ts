import { isHandledElsewhere, leadOf, type MaybeTicket } from '../ticket/ticket.js';

/** Where nothing is registered yet. */
export const beginning = '-';

/**
 * As much of a ticket as says what may follow: its status, how far the lead's part is, whether it is urgent (then the reply may come first),
 * and whether another ticket carries it.
 */
export function processPlace(ticket: MaybeTicket): string {
  if (ticket === undefined) return beginning;
  const lead = leadOf(ticket)?.status;
  return [
    ticket.status,
    ...(lead === undefined ? [] : [lead]),
    ...(ticket.level === 'urgent' ? ['urgent'] : []),
    ...(isHandledElsewhere(ticket) ? ['elsewhere'] : []),
  ].join('/');
}
