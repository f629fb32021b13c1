import type { RecordedEvent, StreamName } from './commit.js';
import type { CollectionDefinition } from './read-models.js';

/** An event with the stream it stands in. */
export interface Recorded extends RecordedEvent {
  readonly stream: StreamName;
}

/**
 * A read model as pure functions. For every event of a stream that feeds a document, `keys` names that document (also
 * for events that do not change it), so that missing versions are noticed.
 */
export interface Projection<Document = unknown> {
  readonly collection: CollectionDefinition<Document>;
  /** Categories of the streams it wants; the runner filters the log by them. */
  readonly categories: readonly string[];
  /** Types of the events whose personal fields `apply` looks at; all unless given. The others come to it still sealed. */
  readonly looksInside?: readonly string[];
  keys(recorded: Recorded): readonly string[];
  /** The document after the event; undefined deletes it (a tombstone stays). */
  apply(document: Document | undefined, recorded: Recorded): Document | undefined;
}
