import type { ApproveResult } from '@ledgerline/contracts';
import {
  coHandlersAreApproved,
  handsOf,
  isOneHumanInTwoPowers,
  isRejection,
  type MaybeTicket,
  type TicketEvent,
  ownPart,
  beingHandled,
} from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/**
 * R4.3 (审核把关): the manager approves the department's own part; the lead's approval waits for the co-handlers'. Where the policy
 * asks for no check of results, the lead's goes on to the reply.
 */
function approving(checkResults: boolean): Decide<ApproveResult, MaybeTicket, TicketEvent> {
  return ({ department }, state, circumstances) => {
    const ticket = beingHandled(state);
    if (isRejection(ticket)) return ticket;
    const part = ownPart(ticket, department, circumstances);
    if (isRejection(part)) return part;
    if (part.status !== 'submitted') return rejected('nothing-to-review', { department: part.department });
    if (isOneHumanInTwoPowers(part.submittedBy, handsOf(circumstances)))
      return rejected('own-work', { department: part.department });
    if (part.part === 'lead' && !coHandlersAreApproved(ticket)) return rejected('co-handlers-are-not-approved');
    const unchecked = part.part === 'lead' && !checkResults ? { unchecked: true as const } : {};
    return [{ type: 'PartApproved', data: { department: part.department, ...unchecked } }];
  };
}

export const approveResult = approving(true);
export const approveUnchecked = approving(false);
