import type { ReleaseDepartment } from '@ledgerline/contracts';
import { anyPart, isRejection, type MaybeTicket, type TicketEvent, beingHandled } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R4.1: the coordinator releases a co-handler, so that the lead need not wait for it. */
export const releaseDepartment: Decide<ReleaseDepartment, MaybeTicket, TicketEvent> = ({ department, reason }, state) => {
  const ticket = beingHandled(state);
  if (isRejection(ticket)) return ticket;
  const part = anyPart(ticket, department);
  if (isRejection(part)) return part;
  if (part.part === 'lead') return rejected('lead-cannot-be-released', { department: part.department });
  return [{ type: 'DepartmentReleased', data: { person: ticket.person, department: part.department, reason } }];
};
