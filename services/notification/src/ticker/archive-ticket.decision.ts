import { isActive, type ClockBook, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** 归档: what has been over for as long as the retention setting says. */
export function archiveTicket(book: ClockBook, archiveAfter: number): Decide<unknown, MaybeTicket, TicketEvent> {
  return (_command, ticket, { at }) => {
    if (ticket === undefined || book.overSince === undefined) return rejected('ticket-not-over');
    if (ticket.parts.some(isActive)) return rejected('ticket-not-over');
    if (book.overSince + archiveAfter > Temporal.Instant.from(at).epochMilliseconds) return rejected('retention-not-over');
    return [{ type: 'TicketArchived', data: {} }];
  };
}
