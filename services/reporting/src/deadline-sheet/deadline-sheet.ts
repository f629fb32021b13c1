import type { ClockBook } from '@ledgerline/domain';
import type { CallSheet } from './call-sheet.js';
import type { TicketSheet } from './ticket-sheet.js';

/** What is known of a ticket's clocks, or a missed call's; the book goes on from here, so that nothing is folded twice. */
export type DeadlineSheet = OfTicket | CallSheet;
export type OfTicket = TicketSheet & { readonly book: ClockBook };
