import type { EventCodec } from './event-codec.js';
import type { EventStore } from './event-store.js';

/** What a projection is filled from: the log, and the way to its events. */
export interface ProjectionSource {
  readonly store: EventStore;
  readonly codec: EventCodec;
}
