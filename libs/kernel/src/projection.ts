import type { RecordedEvent, StreamName } from './commit.js';
import type { CollectionDefinition } from './read-models.js';

/** An event with the stream it stands in. */
export interface Recorded extends RecordedEvent {
  readonly stream: StreamName;
}

/** A stream's events so far, in order; empty for a stream that is none. Personal fields stay sealed. */
export type ReadStream = (stream: StreamName) => Promise<readonly RecordedEvent[]>;

/**
 * What a projection looks up in a few streams that seldom change. Read when the projection starts, and again before a batch
 * that has a commit of one of the categories: what `apply` is given holds everything up to the event, and may hold what
 * came later. So it has to answer about the event's time in a way that later commits cannot change (documents pinned to
 * what was known then), or a rebuild would give something else.
 */
export interface Beside<Facts> {
  readonly categories: readonly string[];
  read(load: ReadStream): Promise<Facts>;
}

/**
 * A read model as pure functions. For every event of a stream that feeds a document, `keys` names that document (also
 * for events that do not change it), so that missing versions are noticed.
 */
export interface Projection<Document = unknown, Facts = unknown> {
  readonly collection: CollectionDefinition<Document>;
  /** Categories of the streams it wants; the runner filters the log by them. */
  readonly categories: readonly string[];
  /** Types of the events whose personal fields `apply` looks at; all unless given. The others come to it still sealed. */
  readonly looksInside?: readonly string[];
  /**
   * Types of the only events that can change a document; all unless given. Commits without one are not even parsed, and a
   * document that `apply` gives back as it was is not written. Missing versions cannot be noticed then: that is left to the
   * projections that look at everything.
   */
  readonly events?: readonly string[];
  /** Types of events that are nobody's document: commits with nothing else are not parsed. */
  readonly passesOver?: readonly string[];
  readonly beside?: Beside<Facts>;
  keys(recorded: Recorded): readonly string[];
  /** The document after the event; undefined deletes it (a tombstone stays). */
  apply(document: Document | undefined, recorded: Recorded, facts: Facts): Document | undefined;
}
