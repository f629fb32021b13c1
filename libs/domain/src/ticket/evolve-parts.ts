import type { Hands } from '../authority/hands.js';
import { isActive, isOpen, leadOf, type Commitment, type Part, type PartStatus, type Ticket } from './ticket.js';
import type { HoldReason } from './ticket-words.js';
import { withoutEpisode } from './urgency.js';

/** What is submitted waits for nobody: holds and open requests of the department end with it. */
export function submitted(ticket: Ticket, department: string, submittedBy: Hands): Ticket {
  return reshaped(ticket, department, ({ hold: _hold, awaitsInformation: _awaits, extension: _extension, ...part }) => ({
    ...part,
    status: 'submitted',
    submittedBy,
  }));
}

export function held(ticket: Ticket, department: string | undefined, reason: HoldReason | undefined): Ticket {
  if (department === undefined) {
    if (ticket.hold === reason) return ticket;
    const { hold: _before, ...rest } = ticket;
    return reason === undefined ? rest : { ...rest, hold: reason };
  }
  return reshaped(ticket, department, ({ hold: _before, ...part }) => (reason === undefined ? part : { ...part, hold: reason }));
}

/** What the caller sends answers every department that asked. */
export function informed(ticket: Ticket): Ticket {
  if (!ticket.parts.some(({ awaitsInformation }) => awaitsInformation)) return ticket;
  return { ...ticket, parts: ticket.parts.map(({ awaitsInformation: _awaits, ...part }) => part) };
}

/** The caller did not answer for so long that the department goes on without. */
export function noLongerAwaited(ticket: Ticket, department: string): Ticket {
  return reshaped(ticket, department, ({ awaitsInformation: _awaits, ...part }) => part);
}

export function extensionEndorsed(ticket: Ticket, department: string, endorsedBy: Hands): Ticket {
  return withPart(ticket, department, ({ extension }) =>
    extension ? { extension: { ...extension, endorsed: true, endorsedBy } } : {},
  );
}

export function withoutExtension(ticket: Ticket, department: string, granted: number): Ticket {
  return reshaped(ticket, department, ({ extension: _extension, ...part }) => ({
    ...part,
    extensionsGranted: (part.extensionsGranted ?? 0) + granted,
  }));
}

/** One report answers every order that the department has. */
export function supervised(ticket: Ticket, department: string): Ticket {
  const before = ticket.supervised ?? [];
  return before.includes(department) ? ticket : { ...ticket, supervised: [...before, department] };
}

export function supervisionAnswered({ supervised: before = [], ...ticket }: Ticket, department: string): Ticket {
  const left = before.filter((other) => other !== department);
  return left.length === 0 ? ticket : { ...ticket, supervised: left };
}

export function committed(ticket: Ticket, { department, rule, followUpOn }: Commitment): Ticket {
  return { ...ticket, commitments: [...(ticket.commitments ?? []), { department, rule, followUpOn }] };
}

/** One follow-up tells the caller about all that was promised. */
export function followedUp({ commitments: _kept, ...ticket }: Ticket): Ticket {
  return ticket;
}

export function accepted(ticket: Ticket, department: string, handler: string | undefined): Ticket {
  const next = withPart(ticket, department, { status: 'accepted', ...(handler === undefined ? {} : { handler }) });
  return leadOf(ticket)?.department === department ? moved(next, 'in-progress') : next;
}

/** What was replied to before its approval stays completed while the departments go on. */
export function moved(ticket: Ticket, status: Ticket['status']): Ticket {
  return ticket.status === 'completed' ? ticket : { ...ticket, status };
}

export function returned(ticket: Ticket, department: string): Ticket {
  const wasLead = leadOf(ticket)?.department === department;
  const next = withPart(ticket, department, { status: 'returned', returnRequested: false });
  return wasLead ? { ...next, status: 'registered', returnsGranted: ticket.returnsGranted + 1 } : next;
}

/** What is over has no orders and appointments left: their clocks are cancelled with it. */
export function ended(ticket: Ticket, status: Ticket['status']): Ticket {
  const { supervised: _orders, commitments: _promised, ...over } = withoutEpisode(endParts(ticket));
  return { ...over, status };
}

/** At another site nobody has it yet: departments are released, and a designation was about those of the old one. */
export function transferred({ hold: _hold, ...ticket }: Ticket, site: string): Ticket {
  const parts = ticket.parts.map((part): Part => (isActive(part) ? { ...part, status: 'released' } : part));
  return { ...ticket, site, parts, status: 'registered', designated: false, assignmentsElsewhere: ticket.assignments };
}

/** Detached or unlinked while it is open, the call centre has to dispatch it again. */
export function onItsOwn({ attachedTo: _event, duplicateOf: _of, ...ticket }: Ticket): Ticket {
  return isOpen(ticket) ? { ...ticket, status: 'registered', designated: false } : ticket;
}

export function endParts({ hold: _hold, ...ticket }: Ticket): Ticket {
  return {
    ...ticket,
    parts: ticket.parts.map((part): Part => (isActive(part) ? { ...part, status: 'ended' satisfies PartStatus } : part)),
  };
}

export function coHandlingOf(ticket: Ticket, lead: string): readonly string[] {
  return ticket.parts
    .filter((part) => part.part === 'co-handling' && isActive(part) && part.department !== lead)
    .map(({ department }) => department);
}

export function withPart(ticket: Ticket, department: string, change: Partial<Part> | ((part: Part) => Partial<Part>)): Ticket {
  const parts = ticket.parts.map((part): Part => {
    if (part.department !== department || !isActive(part)) return part;
    return { ...part, ...(typeof change === 'function' ? change(part) : change) };
  });
  return { ...ticket, parts };
}

function reshaped(ticket: Ticket, department: string, change: (part: Part) => Part): Ticket {
  return {
    ...ticket,
    parts: ticket.parts.map((part) => (part.department === department && isActive(part) ? change(part) : part)),
  };
}
