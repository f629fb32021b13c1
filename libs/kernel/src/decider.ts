import type { Actor, Origin, RecordedEvent } from './commit.js';
import type { DomainEvent } from './events.js';

/** A refusal by the rules: a named fact, returned, never thrown. Other members say what it was about. */
export interface Rejection<Name extends string = string> {
  readonly rejection: Name;
  readonly [fact: string]: unknown;
}

export function rejected<Name extends string>(rejection: Name, facts: Record<string, unknown> = {}): Rejection<Name> {
  return { ...facts, rejection };
}

/** What a decision may know beside the state. */
export interface Circumstances {
  /** RFC 3339, UTC, milliseconds; not before the stream's last event. */
  readonly at: string;
  readonly actor: Actor;
  readonly onBehalfOf?: string;
  readonly site: string;
}

/** `decide(command, state) → events | rejection`: pure. No events is no decision: refuse instead. */
export type Decide<Data, State, Event extends DomainEvent> = (
  command: Data,
  state: State,
  circumstances: Circumstances,
) => readonly Event[] | Rejection;

/** Who gives a command or did something, and on whose behalf where they stand in for somebody. */
export type ByWhom = Pick<Circumstances, 'actor' | 'onBehalfOf'>;

/** How a stream folds; the same function for commands, time travel and analytics. */
export interface Fold<State> {
  readonly initial: State;
  readonly evolve: (state: State, event: RecordedEvent) => State;
  /** Types of the events whose personal fields `evolve` looks at; all unless given. The others may come to it sealed. */
  readonly looksInside?: readonly string[];
}

/** A command on its way to one stream. */
export interface Command<Data = unknown> {
  /** Unique for ever within the stream; a repeat returns the first outcome. */
  readonly id: string;
  readonly data: Data;
  readonly actor: Actor;
  readonly onBehalfOf?: string;
  readonly correlation?: string;
  readonly causation?: string;
  readonly trace?: string;
  /** Refused as `version-mismatch` where the stream stands elsewhere. */
  readonly expectedVersion?: number;
  /** For imports: the original time and where it came from. */
  readonly at?: string;
  readonly origin?: Origin;
}
