import type { RecordedEvent } from '@ledgerline/kernel';
import { endParts } from './evolve-parts.js';
import { untried } from './reply-and-survey.js';
import { routed } from './route-parts.js';
import type { TicketEvents } from './ticket-events.js';
import { isHandledElsewhere, type Ticket } from './ticket.js';
import { urgentAgain } from './urgency.js';

type Of<Type extends keyof TicketEvents> = { readonly data: TicketEvents[Type]; readonly meta: RecordedEvent['meta'] };

/** Another round of handling by the same lead (deadlines.md, "Rework"); what the system ordered itself is counted. */
export function reworked(ticket: Ticket, { data, meta }: Of<'ReworkOrdered'>): Ticket {
  const again = { ...routed(endParts(untried(ticket)), data.department, [], meta.at), reworks: ticket.reworks + 1 };
  return meta.actor.kind === 'system' ? { ...again, automaticReworks: (ticket.automaticReworks ?? 0) + 1 } : again;
}

/** The code with which it was closed stays in the history; the ticket has none until it is closed again. */
export function reopened(ticket: Ticket): Ticket {
  const { closureCode: _code, ...again } = endParts(untried(ticket));
  if (isHandledElsewhere(ticket)) return { ...again, status: 'in-progress', designated: false };
  return urgentAgain({ ...again, status: 'registered', designated: false });
}

export function published(ticket: Ticket, { data, meta }: Of<'ResultPublished'>): Ticket {
  const { publication: id, title, text } = data;
  return { ...ticket, publication: { id, at: meta.at, title, text } };
}

export function unpublished({ publication: _withdrawn, ...ticket }: Ticket): Ticket {
  return ticket;
}
