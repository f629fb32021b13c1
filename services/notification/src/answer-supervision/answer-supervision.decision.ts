import type { ReportBack } from '@ledgerline/contracts';
import {
  isRejection,
  notOver,
  ownPart,
  partOf,
  worksIn,
  type MaybeTicket,
  type Ticket,
  type TicketEvent,
} from '@ledgerline/domain';
import { rejected, type Circumstances, type Decide, type Rejection } from '@ledgerline/kernel';

/** R5 (督办单): the department reports back on every order that it has; also where its part has ended since. */
export const answerSupervision: Decide<ReportBack, MaybeTicket, TicketEvent> = (command, state, circumstances) => {
  const ticket = notOver(state);
  if (isRejection(ticket)) return ticket;
  const department = supervisedDepartment(ticket, command.department, circumstances);
  if (typeof department !== 'string') return department;
  const part = partOf(ticket, department) && ownPart(ticket, department, circumstances);
  if (part && isRejection(part)) return part;
  return [{ type: 'SupervisionAnswered', data: { person: ticket.person, department, text: command.text } }];
};

/** Named, or the only one of the actor's that owes a report. */
function supervisedDepartment(ticket: Ticket, named: string | undefined, circumstances: Circumstances): string | Rejection {
  if (named !== undefined && !worksIn(named, circumstances)) return rejected('not-your-department', { department: named });
  const owing = (ticket.supervised ?? []).filter((department) => worksIn(department, circumstances));
  if (named === undefined && owing.length > 1) return rejected('department-required', { departments: owing });
  const department = named === undefined ? owing[0] : owing.find((one) => one === named);
  return department ?? rejected('no-supervision-to-report-on');
}
