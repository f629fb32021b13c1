import type { AcknowledgeUrge } from '@ledgerline/contracts';
import { isRejection, type MaybeTicket, type TicketEvent, ownPart, beingHandled } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R5: the department acknowledges what it was urged to do. */
export const acknowledgeUrge: Decide<AcknowledgeUrge, MaybeTicket, TicketEvent> = ({ department }, state, circumstances) => {
  const ticket = beingHandled(state);
  if (isRejection(ticket)) return ticket;
  const part = ownPart(ticket, department, circumstances);
  if (isRejection(part)) return part;
  if (part.urges === 0) return rejected('no-urge-to-acknowledge', { department: part.department });
  return [{ type: 'UrgeAcknowledged', data: { department: part.department } }];
};
