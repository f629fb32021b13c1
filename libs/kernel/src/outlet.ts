import type { Position } from './position.js';

/** A public event as a broker carries it: its attributes beside its data. `id` and `position` are among the attributes too. */
export interface OutgoingEvent {
  readonly id: string;
  readonly type: string;
  readonly position: Position;
  readonly attributes: Readonly<Record<string, string>>;
  readonly data: string;
}

/** The event that came last; its place is what the next one has to follow. */
export interface LastOutgoing {
  readonly place: number;
  readonly event?: Pick<OutgoingEvent, 'id' | 'position'>;
}

/** Where public events are published, in the log's order, each once: what is there last says where to go on. */
export interface Outlet {
  last(): Promise<LastOutgoing>;
  /**
   * @param after place of the event that it is to follow
   * @returns its place @throws Fenced where another event stands there: somebody else publishes
   */
  publish(event: OutgoingEvent, after: number): Promise<number>;
}
