import type { GrantReturn } from '@ledgerline/contracts';
import {
  anyPart,
  handsOf,
  isOneHumanInTwoPowers,
  isRejection,
  type MaybeTicket,
  type TicketEvent,
  stillOpen,
} from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R2.2 (退单审核): granted, the matter is the call centre's again where it was the lead's. What is handed in is reviewed instead. */
export const grantReturn: Decide<GrantReturn, MaybeTicket, TicketEvent> = ({ department }, state, circumstances) => {
  const ticket = stillOpen(state);
  if (isRejection(ticket)) return ticket;
  const part = anyPart(ticket, department);
  if (isRejection(part)) return part;
  if (!part.returnRequested) return rejected('no-return-requested', { department: part.department });
  if (isOneHumanInTwoPowers(part.returnRequestedBy, handsOf(circumstances)))
    return rejected('own-work', { department: part.department });
  if (part.status === 'submitted' || part.status === 'approved')
    return rejected('result-is-submitted', { department: part.department });
  return [{ type: 'ReturnGranted', data: { department: part.department } }];
};
