import type { Position, RecordedEvent } from '@ledgerline/kernel';
import { publicData, type PublicEventType } from './public-events.js';

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

export interface PlaceOfEvent {
  readonly ticket: string;
  readonly event: RecordedEvent;
  readonly position: Position;
  readonly site: string;
}

/** @param personal what the asker may see beside the members that everybody may */
export function cloudEvent(
  known: PublicEventType,
  { ticket, event, position, site }: PlaceOfEvent,
  personal: object = {},
): CloudEvent {
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
    data: { ticket, ...publicData(known, event.data as Readonly<Record<string, unknown>>), ...personal },
  };
}
