import { categoryOf, idOf, openCommit, type Position, type RecordedEvent, type StoredCommit } from '@ledgerline/kernel';
import type { TicketEventType } from '../ticket/ticket-events.js';
import { publicData, publicEventTypes, type PublicEventType } from './public-events.js';

/** CloudEvents 1.0, structured. `id` is unique over the log and the same on every delivery; `position` is where to go on after it. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly dataschema: string;
  readonly position: Position;
  /** Of the event within its ticket's stream, from 1. */
  readonly version: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The public events of a commit, in their order, without anything personal. */
export function publicEventsOf(stored: StoredCommit, site: string): readonly CloudEvent[] {
  if (categoryOf(stored.stream) !== 'ticket') return [];
  const ticket = idOf(stored.stream);
  const events: CloudEvent[] = [];
  for (const event of openCommit(stored).events) {
    const known = publicEventTypes[event.type as TicketEventType];
    if (known) events.push(cloudEvent(known, event, { ticket, position: stored.position, site }));
  }
  return events;
}

interface Place {
  readonly ticket: string;
  readonly position: Position;
  readonly site: string;
}

function cloudEvent(known: PublicEventType, event: RecordedEvent, { ticket, position, site }: Place): CloudEvent {
  return {
    specversion: '1.0',
    id: `${ticket}/${event.id}`,
    source: `/ledgerline/${site}`,
    type: known.type,
    subject: ticket,
    time: event.meta.at,
    datacontenttype: 'application/json',
    dataschema: `urn:ledgerline:schema:${known.type}`,
    position,
    version: event.version,
    data: { ticket, ...publicData(known, event.data as Readonly<Record<string, unknown>>) },
  };
}
