import {
  publicData,
  publicEventTypes,
  seesAllTickets,
  seesConfidential,
  type PublicEventType,
  type TicketEventType,
} from '@ledgerline/domain';
import type { Principal } from '@ledgerline/contracts';
import type { Ledgerline } from '@ledgerline/host';
import { categoryOf, idOf, openCommit, type Position, type RecordedEvent, type StoredCommit } from '@ledgerline/kernel';

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

/** The public events of some commits that a principal may see, in their order. */
export async function cloudEventsOf(
  commits: readonly StoredCommit[],
  principal: Principal,
  ledgerline: Ledgerline,
): Promise<readonly CloudEvent[]> {
  const seen = new Map<string, boolean>();
  const events: CloudEvent[] = [];
  for (const stored of commits) {
    if (categoryOf(stored.stream) !== 'ticket') continue;
    for (const event of openCommit(stored).events) {
      const known = publicEventTypes[event.type as TicketEventType];
      const ticket = idOf(stored.stream);
      if (!known || !(await isSeen(ticket, seen, { principal, ledgerline }))) continue;
      const personal = principal.scopes?.includes('personal') ? await personalOf(ticket, event, { principal, ledgerline }) : {};
      events.push(cloudEvent(known, { ticket, event, position: stored.position, site: ledgerline.configuration.site }, personal));
    }
  }
  return events;
}

interface Asking {
  readonly principal: Principal;
  readonly ledgerline: Ledgerline;
}

/** By the same rules as every query; who sees every ticket need not be asked about each. */
async function isSeen(id: string, seen: Map<string, boolean>, { principal, ledgerline }: Asking): Promise<boolean> {
  if (seesAllTickets(principal.roles) && seesConfidential(principal.roles)) return true;
  const known = seen.get(id);
  if (known !== undefined) return known;
  const { kind } = await ledgerline.ask<{ readonly kind: string }>('reporting', 'ticket', {
    body: { idOrNumber: id },
    principal,
  });
  seen.set(id, kind === 'ticket');
  return kind === 'ticket';
}

/** What is personal, as the principal may see it on the ticket's own timeline. */
async function personalOf(id: string, { version }: RecordedEvent, { principal, ledgerline }: Asking) {
  const body = { idOrNumber: id, after: version - 1, limit: 1 };
  const answer = await ledgerline.ask<{ readonly items?: readonly RecordedEvent[] }>('reporting', 'ticket-events', {
    body,
    principal,
  });
  const data = answer.items?.[0]?.data;
  return data === undefined ? {} : { personal: data as Readonly<Record<string, unknown>> };
}

interface Place {
  readonly ticket: string;
  readonly event: RecordedEvent;
  readonly position: Position;
  readonly site: string;
}

function cloudEvent(known: PublicEventType, { ticket, event, position, site }: Place, personal: object): CloudEvent {
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
