import { isOpen, leadOf, ticketFold, type Ticket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide, type Fold } from '@ledgerline/kernel';
import type { Activity } from './case-event.js';

/** A ticket as an import sees it; `live` once something happened to it that was not imported. */
export interface ImportedTicket {
  readonly ticket: Ticket;
  readonly live: boolean;
}

export const importedTicketFold: Fold<ImportedTicket | undefined> = {
  initial: undefined,
  evolve: (before, event) => {
    const ticket = ticketFold.evolve(before?.ticket, event);
    return ticket && { ticket, live: before?.live === true || event.meta.origin === undefined };
  },
};

/**
 * One more activity from the other system. It closes the ticket where the mapping says so; a case that goes on after that was open
 * all along, so its ticket is reopened. From the first live command on the ticket is led here: activities are kept and change
 * nothing (ADR 0001, part 8).
 */
export const importActivity: Decide<Activity, ImportedTicket | undefined, TicketEvent> = (activity, state) => {
  if (state === undefined) return rejected('ticket-not-found');
  const { ticket, live } = state;
  if (live) return [imported(activity, ticket)];
  const closes = activity.meaning?.closes;
  const goesOn = ticket.status === 'closed' && closes === undefined;
  return [
    ...(goesOn ? [reopened(ticket)] : []),
    ...(goesOn || isOpen(ticket) ? routed(activity, ticket, goesOn) : []),
    imported(activity, ticket),
    ...(closes === undefined || ticket.status === 'closed' ? [] : [{ type: 'TicketClosed', data: { code: closes } } as const]),
  ];
};

function imported({ activity, occurredAt, resource, details }: Activity, { person }: Ticket): TicketEvent {
  const by = resource === undefined ? {} : { resource };
  return { type: 'ActivityImported', data: { person, activity, occurredAt, ...by, details } };
}

function reopened({ person }: Ticket): TicketEvent {
  return { type: 'TicketReopened', data: { person, reason: 'The case went on in the system that it comes from.' } };
}

/** Another department than the one that has it. Closing ended the parts, so a reopened ticket is always routed. */
function routed({ department }: Activity, ticket: Ticket, again: boolean): readonly TicketEvent[] {
  if (department === undefined || (!again && leadOf(ticket)?.department === department)) return [];
  return [{ type: 'TicketRouted', data: { lead: department, coHandling: [], by: 'person' } }];
}
