import type { Rework } from '@ledgerline/contracts';
import { existing, handledBy, handledHere, isRejection, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** deadlines.md, "Rework": a new assignment for the same lead, after the reply. */
export const orderRework: Decide<Rework, MaybeTicket, TicketEvent> = ({ department, reason }, state) => {
  const ticket = existing(state);
  if (isRejection(ticket)) return ticket;
  const elsewhere = handledHere(ticket);
  if (isRejection(elsewhere)) return elsewhere;
  if (ticket.status !== 'completed') return rejected('ticket-not-completed', { status: ticket.status });
  const lead = handledBy(ticket);
  if (lead === undefined) return rejected('no-department-handled-it');
  if (department !== undefined && department !== lead) return rejected('not-the-lead-department', { department, lead });
  return [{ type: 'ReworkOrdered', data: { person: ticket.person, department: lead, reason } }];
};
