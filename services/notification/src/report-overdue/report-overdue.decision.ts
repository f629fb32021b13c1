import type { ReportOverdue } from '@ledgerline/contracts';
import { isRejection, ownPart, beingHandled, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R6.4: what cannot be finished in time the department reports to the executive, once an assignment, before it is late or after. */
export const reportOverdue: Decide<ReportOverdue, MaybeTicket, TicketEvent> = (command, state, circumstances) => {
  const ticket = beingHandled(state);
  if (isRejection(ticket)) return ticket;
  const part = ownPart(ticket, command.department, circumstances);
  if (isRejection(part)) return part;
  const { department } = part;
  if (part.status === 'submitted' || part.status === 'approved') return rejected('result-is-submitted', { department });
  if (part.overdueReported) return rejected('overdue-already-reported', { department });
  return [{ type: 'OverdueReported', data: { person: ticket.person, department, reason: command.reason } }];
};
