import type { SendBackResult } from '@ledgerline/contracts';
import { isRejection, type MaybeTicket, type TicketEvent, ownPart, beingHandled } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R4.3 (审核把关): the manager sends result and wording back, with what is wrong. */
export const sendBackResult: Decide<SendBackResult, MaybeTicket, TicketEvent> = (
  { department, reason },
  state,
  circumstances,
) => {
  const ticket = beingHandled(state);
  if (isRejection(ticket)) return ticket;
  const part = ownPart(ticket, department, circumstances);
  if (isRejection(part)) return part;
  if (part.status !== 'submitted') return rejected('nothing-to-review', { department: part.department });
  return [{ type: 'PartSentBack', data: { person: ticket.person, department: part.department, reason } }];
};
