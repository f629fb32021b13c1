import type { Kind } from './ticket-words.js';
import type { Ticket } from './ticket.js';

/** R2.3: once reported as wrongdoing, the caller stays hidden from departments whatever it is called later. */
export function hiddenBy(kind: Kind): Pick<Ticket, 'identityHidden'> {
  return kind === 'report-wrongdoing' ? { identityHidden: true } : {};
}

export function revealRequested(ticket: Ticket, department: string, by: string): Ticket {
  return { ...ticket, revealRequests: { ...ticket.revealRequests, [department]: by } };
}

export function revealed(ticket: Ticket, department: string): Ticket {
  const { [department]: _asked, ...left } = ticket.revealRequests ?? {};
  const { revealRequests: _requests, ...rest } = ticket;
  const open = Object.keys(left).length === 0 ? {} : { revealRequests: left };
  return { ...rest, ...open, revealedTo: [...(ticket.revealedTo ?? []), department] };
}
