import type { Report } from '@ledgerline/contracts';
import { isRejection, type MaybeTicket, type TicketEvent, ownPart, beingHandled } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R4.1: a co-handler reports its part to its manager. */
export const reportPart: Decide<Report, MaybeTicket, TicketEvent> = (command, state, circumstances) => {
  const ticket = beingHandled(state);
  if (isRejection(ticket)) return ticket;
  const part = ownPart(ticket, command.department, circumstances);
  if (isRejection(part)) return part;
  if (part.part === 'lead') return rejected('lead-submits-a-result', { department: part.department });
  if (part.status === 'routed') return rejected('not-accepted-yet', { department: part.department });
  if (part.status !== 'accepted') return rejected('already-reported', { department: part.department });
  const { text, attachments = [] } = command;
  return [{ type: 'ReportSubmitted', data: { person: ticket.person, department: part.department, text, attachments } }];
};
