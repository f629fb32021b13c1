import {
  emptyBook,
  keepClockBook,
  keepConformance,
  noCourse,
  withoutWords,
  type ClockBook,
  type ClockOutcome,
  type Conformance,
  type MaybeTicket,
  type TicketEvents,
} from '@ledgerline/domain';
import { millisecondsOf, type Recorded } from '@ledgerline/kernel';
import { isSameStanding, standsAsBefore, stoodAs, type Standing } from './standing.js';

/** A ticket whose facts are kept: its number among them, how far it is folded, and which of its clocks are written for good. */
export interface KnownTicket {
  readonly ticket: number;
  readonly id: string;
  /** The facts have rows of it, which others take the place of. */
  isWritten: boolean;
  version: number;
  book: ClockBook;
  lastAt: number;
  answeredAt: number | undefined;
  /** When the caller first came back about it. */
  cameBackAt: number | undefined;
  /** Its course, replayed on the prescribed process. */
  course: Conformance;
  standing: Standing | undefined;
  /** By place of the run: how a clock came out that can't change any more, and is written. */
  readonly settled: (ClockOutcome | 'no-rule' | undefined)[];
}

export function newTicket(ticket: number, id: string): KnownTicket {
  return {
    ticket,
    id,
    isWritten: false,
    version: 0,
    book: emptyBook,
    lastAt: 0,
    answeredAt: undefined,
    cameBackAt: undefined,
    course: noCourse,
    standing: undefined,
    settled: [],
  };
}

/** @returns how it stood in lists before, where the event changed that */
export function foldOn(known: KnownTicket, recorded: Recorded): Standing | undefined {
  const before = known.book.ticket;
  known.course = keepConformance(known.course, recorded, before);
  known.book = keepClockBook(known.book, withoutWords(recorded));
  known.version = recorded.version;
  known.lastAt = millisecondsOf(recorded.meta.at);
  if (recorded.type === 'TicketAnswered' || recorded.type === 'ReplyGiven') known.answeredAt = known.lastAt;
  if (isComingBack(recorded)) known.cameBackAt ??= known.lastAt;
  return standOn(known, before);
}

/** The caller, about the same matter: another message, another contact, another ticket that turned out to be this one, or not content. */
function isComingBack({ type, data }: Recorded): boolean {
  if (type === 'MessageAdded') return (data as TicketEvents['MessageAdded']).from === 'caller';
  return type === 'ContactJoined' || type === 'DuplicateNoted' || type === 'TicketReopened';
}

function standOn(known: KnownTicket, ticket: MaybeTicket): Standing | undefined {
  const { book, lastAt, standing: before } = known;
  if (book.ticket === undefined || (ticket !== undefined && standsAsBefore(ticket, book.ticket))) return undefined;
  const of = stoodAs(book.ticket);
  if (before !== undefined && isSameStanding(before.of, of)) return undefined;
  known.standing = { since: lastAt, of };
  return before;
}

/**
 * Places of clocks that ended before the last event and so can't change any more. What ended with it may: events of one moment are
 * judged together.
 */
export function settledPlaces({ book, lastAt }: KnownTicket): readonly number[] {
  return book.runs.flatMap(({ end }, place) => (end !== undefined && end.at < lastAt ? [place] : []));
}
