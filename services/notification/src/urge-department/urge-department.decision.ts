import type { Urge } from '@ledgerline/contracts';
import { anyPart, isRejection, type MaybeTicket, type TicketEvent, beingHandled } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R5 (催办): the coordinator urges a department, which has to acknowledge. */
export const urgeDepartment: Decide<Urge, MaybeTicket, TicketEvent> = ({ department, text }, state) => {
  const ticket = beingHandled(state);
  if (isRejection(ticket)) return ticket;
  const part = anyPart(ticket, department);
  if (isRejection(part)) return part;
  if (part.status === 'approved') return rejected('part-is-approved', { department: part.department });
  return [{ type: 'TicketUrged', data: { person: ticket.person, department: part.department, text } }];
};
