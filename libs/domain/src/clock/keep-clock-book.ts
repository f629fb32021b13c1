import { millisecondsOf, type RecordedEvent } from '@ledgerline/kernel';
import { evolveTicket } from '../ticket/evolve-ticket.js';
import { appointedClocks } from './appointed-clocks.js';
import { endAssignments, startAssignments, workAssignments } from './assignment-clocks.js';
import type { BookRule, BookStep, RecordedTicketEvent } from './book-step.js';
import { emptyBook, type ClockBook } from './clock-book.js';
import { keepAcknowledged } from './keep-acknowledged.js';
import { keepFacts } from './keep-facts.js';
import { keepHolders } from './keep-holders.js';
import { keepHolds } from './keep-holds.js';
import { keepEnd, keepLife, keepTold } from './keep-told.js';
import { changeParts } from './changed-parts.js';
import { checkResults, reviewAfterReply, reviewParts, submitParts } from './result-clocks.js';
import { urgentClocks } from './urgent-clocks.js';
import { ticketClocks } from './whole-ticket-clocks.js';

/** In the order in which they look at an event: what ends before what begins. */
const rules: readonly BookRule[] = [
  keepAcknowledged,
  keepFacts,
  keepHolds,
  workAssignments,
  reviewParts,
  checkResults,
  endAssignments,
  changeParts,
  ticketClocks,
  urgentClocks,
  appointedClocks,
  reviewAfterReply,
  startAssignments,
  submitParts,
  keepHolders,
  keepLife,
  keepEnd,
  keepTold,
];

/** One event more: pure, and the same for a look at the past. Events of other streams leave the book as it is. */
export function keepClockBook(book: ClockBook, recorded: RecordedEvent): ClockBook {
  const event = recorded as unknown as RecordedTicketEvent;
  const ticket = evolveTicket(book.ticket, event);
  if (ticket === undefined) return book;
  const { at, recordedAt } = recorded.meta;
  const step: BookStep = { event, before: book.ticket, ticket, at: millisecondsOf(at), knownAt: millisecondsOf(recordedAt) };
  return rules.reduce<ClockBook>((kept, rule) => rule(kept, step), { ...book, ticket });
}

export function clockBook(events: readonly RecordedEvent[]): ClockBook {
  return events.reduce(keepClockBook, emptyBook);
}
