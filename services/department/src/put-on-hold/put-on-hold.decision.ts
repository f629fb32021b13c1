import type { Hold } from '@ledgerline/contracts';
import {
  isActive,
  isRejection,
  isTheirs,
  ownPart,
  stillOpen,
  worksIn,
  type MaybeTicket,
  type Ticket,
  type TicketEvent,
  type TicketTerms,
} from '@ledgerline/domain';
import { rejected, type Circumstances, type Decide, type Rejection } from '@ledgerline/kernel';

/**
 * R4.2 (挂起): a department's clocks and `resolve` stand still, for a reason that some rule of them allows; without a department
 * the ticket's own clocks.
 */
export function putOnHold({ mayHold }: Pick<TicketTerms, 'mayHold'>): Decide<Hold, MaybeTicket, TicketEvent> {
  return ({ department, reason, note }, state, circumstances) => {
    const ticket = stillOpen(state);
    if (isRejection(ticket)) return ticket;
    if (department === undefined) {
      const notTheirs = mayNotStop(ticket, circumstances);
      if (notTheirs !== undefined) return notTheirs;
      if (ticket.hold !== undefined) return rejected('already-on-hold', { reason: ticket.hold });
    } else {
      const part = ownPart(ticket, department, circumstances);
      if (isRejection(part)) return part;
      if (part.status === 'submitted' || part.status === 'approved') return rejected('result-is-submitted');
      if (part.hold !== undefined) return rejected('already-on-hold', { department, reason: part.hold });
    }
    if (!mayHold(reason, department)) return rejected('reason-not-allowed-by-policy', { reason });
    const held = department === undefined ? {} : { department };
    return [{ type: 'PutOnHold', data: { person: ticket.person, ...held, reason, note } }];
  };
}

/**
 * The ticket's own clocks are stopped and started by whoever may act for a department that is at work on it: a handler where
 * assigned, a manager for the whole department (interface.md, "who may").
 */
export function mayNotStop(ticket: Ticket, circumstances: Circumstances): Rejection | undefined {
  const own = ticket.parts.filter((part) => isActive(part) && worksIn(part.department, circumstances));
  if (own.length === 0)
    return circumstances.actor.departments?.includes('*') === true ? undefined : rejected('not-your-department');
  return own.some((part) => isTheirs(part, circumstances)) ? undefined : rejected('not-the-assigned-handler');
}
