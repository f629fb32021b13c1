import type { Hands } from '../authority/hands.js';
import type { Kind } from './ticket-words.js';
import type { Ticket } from './ticket.js';

/** R2.3: once reported as wrongdoing, the caller stays hidden from departments whatever it is called later. */
export function hiddenBy(kind: Kind): Pick<Ticket, 'identityHidden'> {
  return kind === 'report-wrongdoing' ? { identityHidden: true } : {};
}

export function revealRequested(ticket: Ticket, department: string, { by, onBehalfOf }: Hands): Ticket {
  const asked = { ...ticket, revealRequests: { ...ticket.revealRequests, [department]: by } };
  if (onBehalfOf === undefined) return asked;
  return { ...asked, revealRequestedFor: { ...ticket.revealRequestedFor, [department]: onBehalfOf } };
}

/** Who asked for a department that the caller be revealed; undefined where nobody did. */
export function askedToReveal({ revealRequests, revealRequestedFor }: Ticket, department: string): Hands | undefined {
  const [by, onBehalfOf] = [revealRequests?.[department], revealRequestedFor?.[department]];
  return by === undefined ? undefined : { by, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) };
}

export function revealed(ticket: Ticket, department: string): Ticket {
  const { [department]: _asked, ...left } = ticket.revealRequests ?? {};
  const { revealRequests: _requests, revealRequestedFor: _for, ...rest } = ticket;
  const open = Object.keys(left).length === 0 ? {} : { revealRequests: left };
  const { [department]: _answered, ...leftFor } = ticket.revealRequestedFor ?? {};
  const openFor = Object.keys(leftFor).length === 0 ? {} : { revealRequestedFor: leftFor };
  return { ...rest, ...open, ...openFor, revealedTo: [...(ticket.revealedTo ?? []), department] };
}
