import { emptyBook, keepClockBook, type ClockBook, type ClockOutcome } from '@ledgerline/domain';
import type { Recorded } from '@ledgerline/kernel';
import { withoutWords } from '../../deadline-sheet/without-words.js';

/** A ticket whose facts are kept: its number among them, how far it is folded, and which of its clocks are written for good. */
export interface KnownTicket {
  readonly ticket: number;
  readonly id: string;
  version: number;
  book: ClockBook;
  lastAt: number;
  answeredAt: number | undefined;
  /** By place of the run: how a clock came out that can't change any more, and is written. */
  readonly settled: (ClockOutcome | 'no-rule' | undefined)[];
}

export function newTicket(ticket: number, id: string): KnownTicket {
  return { ticket, id, version: 0, book: emptyBook, lastAt: 0, answeredAt: undefined, settled: [] };
}

export function foldOn(known: KnownTicket, recorded: Recorded): void {
  known.book = keepClockBook(known.book, withoutWords(recorded));
  known.version = recorded.version;
  known.lastAt = Temporal.Instant.from(recorded.meta.at).epochMilliseconds;
  if (recorded.type === 'TicketAnswered' || recorded.type === 'ReplyGiven') known.answeredAt = known.lastAt;
}

/**
 * Places of clocks that ended before the last event and so can't change any more. What ended with it may: events of one moment are
 * judged together.
 */
export function settledPlaces({ book, lastAt }: KnownTicket): readonly number[] {
  return book.runs.flatMap(({ end }, place) => (end !== undefined && end.at < lastAt ? [place] : []));
}
