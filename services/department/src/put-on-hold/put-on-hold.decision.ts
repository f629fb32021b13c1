import type { Hold } from '@ledgerline/contracts';
import {
  isActive,
  isRejection,
  ownPart,
  stillOpen,
  worksIn,
  type MaybeTicket,
  type Ticket,
  type TicketEvent,
  type TicketTerms,
} from '@ledgerline/domain';
import { rejected, type Circumstances, type Decide } from '@ledgerline/kernel';

/**
 * R4.2 (挂起): a department's clocks and `resolve` stand still, for a reason that some rule of them allows; without a department
 * the ticket's own clocks.
 */
export function putOnHold({ mayHold }: Pick<TicketTerms, 'mayHold'>): Decide<Hold, MaybeTicket, TicketEvent> {
  return ({ department, reason, note }, state, circumstances) => {
    const ticket = stillOpen(state);
    if (isRejection(ticket)) return ticket;
    if (department === undefined) {
      if (!worksOn(ticket, circumstances)) return rejected('not-your-department');
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

/** Some department of the actor's has a part in it. */
export function worksOn(ticket: Ticket, circumstances: Circumstances): boolean {
  if (circumstances.actor.departments?.includes('*')) return true;
  return ticket.parts.some((part) => isActive(part) && worksIn(part.department, circumstances));
}
