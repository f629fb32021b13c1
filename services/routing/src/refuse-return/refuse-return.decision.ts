import type { RefuseReturn } from '@ledgerline/contracts';
import { anyPart, isRejection, type MaybeTicket, type TicketEvent, beingHandled } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R2.2 (退单审核): refused, the department goes on; its clock never stopped. */
export const refuseReturn: Decide<RefuseReturn, MaybeTicket, TicketEvent> = ({ department, reason }, state) => {
  const ticket = beingHandled(state);
  if (isRejection(ticket)) return ticket;
  const part = anyPart(ticket, department);
  if (isRejection(part)) return part;
  if (!part.returnRequested) return rejected('no-return-requested', { department: part.department });
  return [{ type: 'ReturnRefused', data: { person: ticket.person, department: part.department, reason } }];
};
