import type { Fold, RecordedEvent } from '@ledgerline/kernel';
import type { TicketEvent } from './ticket-events.js';
import { isActive, leadOf, type MaybeTicket, type Part, type PartStatus, type Ticket } from './ticket.js';

type RecordedTicketEvent = TicketEvent & Pick<RecordedEvent, 'meta' | 'version'>;

/** The ticket's fold: the same for commands, time travel and analytics. */
export const ticketFold: Fold<MaybeTicket> = {
  initial: undefined,
  looksInside: ['TicketRegistered', 'ResultSubmitted'],
  evolve: (ticket, event) => evolveTicket(ticket, event as unknown as RecordedTicketEvent),
};

export function evolveTicket(before: MaybeTicket, event: RecordedTicketEvent): MaybeTicket {
  if (event.type === 'TicketRegistered') return registered(event);
  if (before === undefined) return undefined;
  const after = changed(before, event);
  if (after === before) return { ...before, updatedAt: event.meta.at };
  (after as { updatedAt: string }).updatedAt = event.meta.at; // made a moment ago, and nobody else's yet
  return after;
}

function registered({ data, meta }: RecordedTicketEvent & { readonly type: 'TicketRegistered' }): Ticket {
  return {
    ...data,
    status: 'registered',
    site: meta.site,
    registeredAt: meta.at,
    registeredBy: meta.actor.id,
    updatedAt: meta.at,
    parts: [],
    assignments: 0,
    returnsGranted: 0,
    designated: false,
    rejections: 0,
    reworks: 0,
    messages: 0,
    replies: 0,
    imported: meta.origin !== undefined,
  };
}

function changed(ticket: Ticket, event: RecordedTicketEvent): Ticket {
  switch (event.type) {
    case 'TicketRegistered':
      return ticket;
    case 'TicketAnswered':
      return { ...ticket, status: 'completed', replies: ticket.replies + 1 };
    case 'TicketReclassified':
      return { ...ticket, level: event.data.level, kind: event.data.kind, item: event.data.item };
    case 'TicketRefused':
      return ended(ticket, 'refused');
    case 'TicketWithdrawn':
      return ended(ticket, 'withdrawn');
    case 'MessageAdded':
      return { ...ticket, messages: ticket.messages + 1 };
    case 'TicketRouted':
      return routed(ticket, event.data.lead, event.data.coHandling, event.meta.at);
    case 'TicketDesignated':
      return { ...routed(ticket, event.data.lead, coHandlingOf(ticket, event.data.lead), event.meta.at), designated: true };
    case 'DepartmentReleased':
      return withPart(ticket, event.data.department, { status: 'released' });
    case 'ReturnRequested':
      return withPart(ticket, event.data.department, { returnRequested: true });
    case 'ReturnGranted':
      return returned(ticket, event.data.department);
    case 'ReturnRefused':
      return withPart(ticket, event.data.department, { returnRequested: false });
    case 'PartAccepted':
      return accepted(ticket, event.data.department, event.data.handler);
    case 'HandlerAssigned':
      return withPart(ticket, event.data.department, { handler: event.data.handler });
    case 'ProgressRecorded':
    case 'ActivityImported':
      return ticket;
    case 'ReportSubmitted':
      return withPart(ticket, event.data.department, { status: 'submitted' });
    case 'ResultSubmitted': {
      const { department, result, reply, publishable } = event.data;
      const submitted = withPart(ticket, department, { status: 'submitted' });
      return { ...submitted, status: 'in-review', result: { department, result, reply, publishable } };
    }
    case 'PartApproved': {
      const approved = withPart(ticket, event.data.department, { status: 'approved' });
      return leadOf(ticket)?.department === event.data.department ? { ...approved, status: 'to-check' } : approved;
    }
    case 'PartSentBack': {
      const back = withPart(ticket, event.data.department, { status: 'accepted' });
      return leadOf(ticket)?.department === event.data.department ? { ...back, status: 'in-progress' } : back;
    }
    case 'ResultAccepted':
      return { ...ticket, status: 'to-reply' };
    case 'ResultRejected': {
      const lead = leadOf(ticket);
      const back = lead ? withPart(ticket, lead.department, { status: 'accepted' }) : ticket;
      return { ...back, status: 'in-progress', rejections: ticket.rejections + 1 };
    }
    case 'ReworkOrdered':
      return { ...routed(endParts(ticket), event.data.department, [], event.meta.at), reworks: ticket.reworks + 1 };
    case 'ReplyGiven':
      return { ...ticket, status: 'completed', replies: ticket.replies + 1 };
    case 'TicketClosed':
      return { ...endParts(ticket), status: 'closed', closureCode: event.data.code };
    case 'TicketReopened':
      return { ...endParts(ticket), status: 'registered', designated: false };
    case 'TicketUrged':
      return withPart(ticket, event.data.department, (part) => ({ urges: part.urges + 1 }));
    case 'UrgeAcknowledged':
      return withPart(ticket, event.data.department, { urges: 0 });
    default:
      return unreachable(event);
  }
}

/** Routing replaces the set: departments named again keep their assignment, others are released, new ones start. */
function routed(ticket: Ticket, lead: string, coHandling: readonly string[], at: string): Ticket {
  let assignments = ticket.assignments;
  const wanted = [
    { department: lead, part: 'lead' as const },
    ...coHandling.map((department) => ({ department, part: 'co-handling' as const })),
  ];
  const kept = (want: (typeof wanted)[number]) =>
    ticket.parts.find((part) => part.department === want.department && part.part === want.part && isActive(part));
  const past = ticket.parts
    .filter((part) => !wanted.some((want) => kept(want) === part))
    .map((part): Part => (isActive(part) ? { ...part, status: 'released' } : part));
  const now = wanted.map((want): Part => {
    const same = kept(want);
    if (same) return same;
    assignments += 1;
    return { ...want, assignment: assignments, status: 'routed', routedAt: at, returnRequested: false, urges: 0 };
  });
  const status = now[0]?.status === 'routed' ? 'dispatched' : 'in-progress';
  return { ...ticket, parts: [...past, ...now], assignments, status, rejections: 0 };
}

function accepted(ticket: Ticket, department: string, handler: string | undefined): Ticket {
  const next = withPart(ticket, department, { status: 'accepted', ...(handler === undefined ? {} : { handler }) });
  return leadOf(ticket)?.department === department ? { ...next, status: 'in-progress' } : next;
}

function returned(ticket: Ticket, department: string): Ticket {
  const wasLead = leadOf(ticket)?.department === department;
  const next = withPart(ticket, department, { status: 'returned', returnRequested: false });
  return wasLead ? { ...next, status: 'registered', returnsGranted: ticket.returnsGranted + 1 } : next;
}

function ended(ticket: Ticket, status: Ticket['status']): Ticket {
  return { ...endParts(ticket), status };
}

function endParts(ticket: Ticket): Ticket {
  return {
    ...ticket,
    parts: ticket.parts.map((part): Part => (isActive(part) ? { ...part, status: 'ended' satisfies PartStatus } : part)),
  };
}

function coHandlingOf(ticket: Ticket, lead: string): readonly string[] {
  return ticket.parts
    .filter((part) => part.part === 'co-handling' && isActive(part) && part.department !== lead)
    .map(({ department }) => department);
}

function withPart(ticket: Ticket, department: string, change: Partial<Part> | ((part: Part) => Partial<Part>)): Ticket {
  const parts = ticket.parts.map((part): Part => {
    if (part.department !== department || !isActive(part)) return part;
    return { ...part, ...(typeof change === 'function' ? change(part) : change) };
  });
  return { ...ticket, parts };
}

function unreachable(event: never): never {
  throw new TypeError(`no rule for ${JSON.stringify(event)}`);
}
