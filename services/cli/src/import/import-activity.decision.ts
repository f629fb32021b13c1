import type { TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide, type Fold, type RecordedEvent } from '@ledgerline/kernel';
import type { Activity } from './case-event.js';

/** What an import has to know of a ticket; much less than the ticket, as very many are kept in memory. */
export interface ImportedTicket {
  readonly person: string;
  readonly isClosed: boolean;
  /** Department that the import routed it to. */
  readonly lead: string | undefined;
  /** True once something happened to it that was not imported. */
  readonly live: boolean;
}

/** Understands what an import writes; of anything else it is enough that it happened. */
export const importedTicketFold: Fold<ImportedTicket | undefined> = {
  initial: undefined,
  evolve: (before, recorded) => {
    const event = recorded as unknown as TicketEvent & Pick<RecordedEvent, 'meta'>;
    const ticket = changed(before, event);
    return event.meta.origin === undefined && ticket ? { ...ticket, live: true } : ticket;
  },
};

function changed(ticket: ImportedTicket | undefined, event: TicketEvent): ImportedTicket | undefined {
  if (event.type === 'TicketRegistered') return { person: event.data.person, isClosed: false, lead: undefined, live: false };
  if (ticket === undefined) return undefined;
  if (event.type === 'TicketRouted') return { ...ticket, lead: event.data.lead };
  if (event.type === 'TicketClosed') return { ...ticket, isClosed: true };
  if (event.type === 'TicketReopened') return { ...ticket, isClosed: false, lead: undefined };
  return ticket;
}

/**
 * One more activity from the other system. It closes the ticket where the mapping says so; a case that goes on after that was open
 * all along, so its ticket is reopened. From the first live command on the ticket is led here: activities are kept and change
 * nothing (ADR 0001, part 8).
 */
export const importActivity: Decide<Activity, ImportedTicket | undefined, TicketEvent> = (activity, ticket) => {
  if (ticket === undefined) return rejected('ticket-not-found');
  if (ticket.live) return [imported(activity, ticket)];
  const closes = activity.meaning?.closes;
  if (ticket.isClosed && closes !== undefined) return [imported(activity, ticket)];
  return [
    ...(ticket.isClosed ? [reopened(ticket)] : []),
    ...routed(activity, ticket),
    imported(activity, ticket),
    ...(closes === undefined ? [] : [{ type: 'TicketClosed', data: { code: closes } } as const]),
  ];
};

function imported({ activity, occurredAt, resource, details, meaning }: Activity, { person }: ImportedTicket): TicketEvent {
  const by = resource === undefined ? {} : { resource };
  const as = meaning?.step === undefined ? {} : { step: meaning.step };
  return { type: 'ActivityImported', data: { person, activity, occurredAt, ...by, details, ...as } };
}

function reopened({ person }: ImportedTicket): TicketEvent {
  return { type: 'TicketReopened', data: { person, reason: 'The case went on in the system that it comes from.' } };
}

/** Another department than the one that has it; closing took it away from that one, so a reopened ticket is always routed. */
function routed({ department }: Activity, { lead, isClosed }: ImportedTicket): readonly TicketEvent[] {
  if (department === undefined || (!isClosed && lead === department)) return [];
  return [{ type: 'TicketRouted', data: { lead: department, coHandling: [], by: 'person' } }];
}
