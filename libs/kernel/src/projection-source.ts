import type { RecordedEvent, StreamName } from './commit.js';
import type { EventCodec } from './event-codec.js';
import type { EventStore } from './event-store.js';

/** What a projection is filled from: the log, and the way to its events. */
export interface ProjectionSource {
  readonly store: EventStore;
  readonly codec: EventCodec;
}

/**
 * All events of a stream, as the log has them now.
 *
 * @param looksInside types of the events whose personal fields the reader looks at, all unless given
 */
export async function eventsOf(
  stream: StreamName,
  { store, codec }: ProjectionSource,
  looksInside?: readonly string[],
): Promise<readonly RecordedEvent[]> {
  return (await codec.open(await store.load(stream, { fresh: true }), looksInside)).flatMap(({ events }) => events);
}
