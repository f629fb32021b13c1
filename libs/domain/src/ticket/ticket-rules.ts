import { rejected, type Circumstances, type Rejection } from '@ledgerline/kernel';
import { powerOf } from '../authority/hands.js';
import { withImplied } from '../authority/roles.js';
import { isActive, isBeingHandled, isOpen, leadOf, partOf, type MaybeTicket, type Part, type Ticket } from './ticket.js';
import type { UrgentEpisode } from './urgent-episode.js';

export function isRejection(value: object): value is Rejection {
  return 'rejection' in value;
}

/** Nothing can be done to what was never registered. */
export function existing(ticket: MaybeTicket): Ticket | Rejection {
  return ticket ?? rejected('ticket-not-found');
}

/** Somebody still owes the caller an answer. */
export function stillOpen(ticket: MaybeTicket): Ticket | Rejection {
  if (ticket === undefined) return rejected('ticket-not-found');
  return isOpen(ticket) ? ticket : rejected('ticket-not-open', { status: ticket.status });
}

/** A department still works on it, also after an urgent reply that came before the approval. */
export function beingHandled(ticket: MaybeTicket): Ticket | Rejection {
  if (ticket === undefined) return rejected('ticket-not-found');
  return isBeingHandled(ticket) ? ticket : rejected('ticket-not-open', { status: ticket.status });
}

/** R3: in an urgent episode that somebody still has to see through. */
export function inUrgentEpisode(ticket: MaybeTicket): (Ticket & { readonly urgency: UrgentEpisode }) | Rejection {
  if (ticket === undefined) return rejected('ticket-not-found');
  const { urgency } = ticket;
  return urgency === undefined ? rejected('no-urgent-episode', { level: ticket.level }) : { ...ticket, urgency };
}

/** deadlines.md, "Parent and duplicate": what another ticket carries is worked on there. */
export function handledHere(ticket: Ticket): Ticket | Rejection {
  if (ticket.attachedTo !== undefined) return rejected('attached-to-event', { event: ticket.attachedTo });
  if (ticket.duplicateOf !== undefined) return rejected('linked-as-duplicate', { of: ticket.duplicateOf });
  return ticket;
}

/** Open, and no other ticket carries it. */
export function openHere(state: MaybeTicket): Ticket | Rejection {
  const ticket = stillOpen(state);
  return isRejection(ticket) ? ticket : handledHere(ticket);
}

/** Replied to or still waiting for it; what is closed, refused or withdrawn is over. */
export function notOver(ticket: MaybeTicket): Ticket | Rejection {
  if (ticket === undefined) return rejected('ticket-not-found');
  return isOpen(ticket) || ticket.status === 'completed' ? ticket : rejected('ticket-is-over', { status: ticket.status });
}

export function worksIn(department: string, { actor }: Circumstances): boolean {
  return actor.departments?.includes('*') === true || actor.departments?.includes(department) === true;
}

/**
 * The part of the ticket that the actor's department holds. Named, or the only one that can be meant.
 * A handler acts where assigned; a manager for the whole department (interface.md, "who may").
 */
export function ownPart(ticket: Ticket, named: string | undefined, circumstances: Circumstances): Part | Rejection {
  const part = meantPart(ticket, named, circumstances);
  if (isRejection(part)) return part;
  return isTheirs(part, circumstances) ? part : rejected('not-the-assigned-handler', { department: part.department });
}

/** "where assigned", and a manager for the whole department (interface.md, "who may"). */
export function isTheirs({ handler }: Part, by: Circumstances): boolean {
  return handler === undefined || handler === powerOf(by) || withImplied(by.actor.roles ?? []).has('manager');
}

function meantPart(ticket: Ticket, named: string | undefined, circumstances: Circumstances): Part | Rejection {
  if (named !== undefined) {
    if (!worksIn(named, circumstances)) return rejected('not-your-department', { department: named });
    return partOf(ticket, named) ?? rejected('department-has-no-part', { department: named });
  }
  const mine = ticket.parts.filter((part) => isActive(part) && worksIn(part.department, circumstances));
  if (mine.length > 1) return rejected('department-required', { departments: mine.map(({ department }) => department) });
  return mine[0] ?? rejected('department-has-no-part');
}

/** Any department's part, for those whose authority is not a department's. */
export function anyPart(ticket: Ticket, named: string | undefined): Part | Rejection {
  const active = ticket.parts.filter(isActive);
  if (named === undefined) {
    if (active.length > 1) return rejected('department-required', { departments: active.map(({ department }) => department) });
    return active[0] ?? rejected('department-has-no-part');
  }
  return partOf(ticket, named) ?? rejected('department-has-no-part', { department: named });
}

/** R4.1: the lead submits only when the co-handlers have reported or been released. */
export function coHandlersHaveReported(ticket: Ticket): boolean {
  return ticket.parts.every(
    (part) => part.part === 'lead' || !isActive(part) || part.status === 'submitted' || part.status === 'approved',
  );
}

/** R4.1: the lead's approval waits for the co-handlers'. */
export function coHandlersAreApproved(ticket: Ticket): boolean {
  return ticket.parts.every((part) => part.part === 'lead' || !isActive(part) || part.status === 'approved');
}

/** R2.3 (回避): a ticket about a department never goes to it. */
export function concernsOneOf(ticket: Ticket, departments: readonly string[]): string | undefined {
  return departments.find((department) => ticket.about?.department === department);
}

/** Until a result is submitted, the set of departments may change (deadlines.md, "Routing again"). */
export function resultIsSubmitted(ticket: Ticket): boolean {
  const lead = leadOf(ticket);
  return lead?.status === 'submitted' || lead?.status === 'approved';
}

/** Who would do it again (deadlines.md, "Rework"): the last lead, unless it gave the matter back or was released from it. */
export function handledBy({ parts }: Ticket): string | undefined {
  const last = parts.findLast(({ part }) => part === 'lead');
  return last === undefined || last.status === 'returned' || last.status === 'released' ? undefined : last.department;
}
