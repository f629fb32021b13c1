import type { ApproveResult } from '@ledgerline/contracts';
import { coHandlersAreApproved, isRejection, type MaybeTicket, type TicketEvent, ownPart, stillOpen } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R4.3 (审核把关): the manager approves the department's own part; the lead's approval waits for the co-handlers'. */
export const approveResult: Decide<ApproveResult, MaybeTicket, TicketEvent> = ({ department }, state, circumstances) => {
  const ticket = stillOpen(state);
  if (isRejection(ticket)) return ticket;
  const part = ownPart(ticket, department, circumstances);
  if (isRejection(part)) return part;
  if (part.status !== 'submitted') return rejected('nothing-to-review', { department: part.department });
  if (part.part === 'lead' && !coHandlersAreApproved(ticket)) return rejected('co-handlers-are-not-approved');
  return [{ type: 'PartApproved', data: { department: part.department } }];
};
