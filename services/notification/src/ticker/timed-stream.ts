import {
  emptyBook,
  keepClockBook,
  keepMissedCall,
  recordedContactFold,
  ticketFold,
  type ClockBook,
  type ContactEvent,
  type MaybeRecordedContact,
  type MaybeTicket,
  type MissedCall,
  type TicketEvent,
  type TimedStep,
} from '@ledgerline/domain';
import type { DomainEvent, Fold, RecordedEvent } from '@ledgerline/kernel';
import { audienceOf, audienceOfCall, type Audience } from './audience.js';
import { eventOfCall, eventOfTicket, type Told } from './step-events.js';

/** A kind of stream with clocks: how they are kept, whom their steps tell, and as which events that is recorded. */
export interface TimedStream<Kept, State, Event extends DomainEvent> {
  readonly fold: Fold<State | undefined>;
  readonly before: Kept;
  readonly keep: (kept: Kept, recorded: RecordedEvent) => Kept;
  readonly bookOf: (kept: Kept) => ClockBook | undefined;
  readonly audienceOf: (step: TimedStep, kept: Kept) => readonly Audience[];
  readonly eventOf: (step: TimedStep, told: Told, state: State) => Event;
}

export const tickets: TimedStream<ClockBook, NonNullable<MaybeTicket>, TicketEvent> = {
  fold: ticketFold,
  before: emptyBook,
  keep: keepClockBook,
  bookOf: (book) => (book.ticket === undefined ? undefined : book),
  audienceOf: (step, { ticket }) => (ticket === undefined ? [] : audienceOf(step, ticket)),
  eventOf: (step, told, { person }) => eventOfTicket(step, told, person),
};

/** R1.7: calls that nobody answered. */
export const missedCalls: TimedStream<MissedCall | undefined, NonNullable<MaybeRecordedContact>, ContactEvent> = {
  fold: recordedContactFold,
  before: undefined,
  keep: keepMissedCall,
  bookOf: (call) => call?.book,
  audienceOf: audienceOfCall,
  eventOf: eventOfCall,
};
