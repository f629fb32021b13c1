import type { Guide } from '@ledgerline/contracts';
import { anyPart, isRejection, type MaybeTicket, type TicketEvent, beingHandled } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R5: the coordinator tells a department how to go about it while it is at it. */
export const guideDepartment: Decide<Guide, MaybeTicket, TicketEvent> = ({ department, text }, state) => {
  const ticket = beingHandled(state);
  if (isRejection(ticket)) return ticket;
  const part = anyPart(ticket, department);
  if (isRejection(part)) return part;
  if (part.status === 'approved') return rejected('part-is-approved', { department: part.department });
  return [{ type: 'GuidanceGiven', data: { person: ticket.person, department: part.department, text } }];
};
