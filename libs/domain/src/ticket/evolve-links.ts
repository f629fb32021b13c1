import { endParts } from './evolve-parts.js';
import { isOpen, type Ticket } from './ticket.js';
import { withoutEpisode } from './urgency.js';

/** Handled with another ticket from now on: no department has a part in it, and it is in progress there. */
export function handledAt(ticket: Ticket, where: Pick<Ticket, 'attachedTo' | 'duplicateOf'>): Ticket {
  const there: Ticket = { ...withoutEpisode(endParts(ticket)), ...where };
  return isOpen(ticket) ? { ...there, status: 'in-progress' } : there;
}

export function childAttached({ refusedChildren = [], ...ticket }: Ticket, child: string): Ticket {
  const refused = refusedChildren.filter((other) => other !== child);
  return { ...ticket, children: (ticket.children ?? 0) + 1, ...(refused.length === 0 ? {} : { refusedChildren: refused }) };
}

export function childDetached(ticket: Ticket): Ticket {
  return { ...ticket, children: (ticket.children ?? 0) - 1 };
}

export function childRefused(ticket: Ticket, child: string): Ticket {
  return { ...ticket, refusedChildren: [...(ticket.refusedChildren ?? []).filter((other) => other !== child), child] };
}

export function duplicateNoted(ticket: Ticket, duplicate: string): Ticket {
  return { ...ticket, duplicates: [...(ticket.duplicates ?? []), duplicate] };
}

export function duplicateReleased({ duplicates = [], ...ticket }: Ticket, duplicate: string): Ticket {
  const left = duplicates.filter((other) => other !== duplicate);
  return left.length === 0 ? ticket : { ...ticket, duplicates: left };
}

const contactsKept = 100;

export function contactJoined(ticket: Ticket, contact: string): Ticket {
  return { ...ticket, contacts: [...(ticket.contacts ?? []), contact].slice(-contactsKept) };
}
