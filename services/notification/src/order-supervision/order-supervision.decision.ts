import type { Supervise } from '@ledgerline/contracts';
import { anyPart, isRejection, type MaybeTicket, type TicketEvent, stillOpen } from '@ledgerline/domain';
import { instantText, rejected, type Decide } from '@ledgerline/kernel';

/** R5 (督办单): an executive's instruction to a department, with the time by which it reports back. */
export const orderSupervision: Decide<Supervise, MaybeTicket, TicketEvent> = (command, state, { at }) => {
  const ticket = stillOpen(state);
  if (isRejection(ticket)) return ticket;
  const part = anyPart(ticket, command.department);
  if (isRejection(part)) return part;
  if (Temporal.Instant.compare(command.reportBy, at) <= 0)
    return rejected('report-by-has-passed', { reportBy: command.reportBy });
  const reportBy = instantText(Temporal.Instant.from(command.reportBy).epochMilliseconds);
  const { instruction } = command;
  return [{ type: 'SupervisionOrdered', data: { person: ticket.person, department: part.department, instruction, reportBy } }];
};
