import {
  existing,
  handledBy,
  handledHere,
  isDissatisfied,
  isRejection,
  type Limits,
  type MaybeTicket,
  type TicketEvent,
} from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R8.1: dissatisfaction is reworked by itself as often as the policy says (once); after that only by a coordinator. */
export function reworkDissatisfied({ reworks }: Pick<Limits, 'reworks'>): Decide<unknown, MaybeTicket, TicketEvent> {
  return (_command, state) => {
    const ticket = existing(state);
    if (isRejection(ticket)) return ticket;
    const elsewhere = handledHere(ticket);
    if (isRejection(elsewhere)) return elsewhere;
    if (ticket.status !== 'completed') return rejected('ticket-not-completed', { status: ticket.status });
    if (!isDissatisfied(ticket)) return rejected('caller-is-not-dissatisfied');
    if ((ticket.automaticReworks ?? 0) >= reworks) return rejected('reworks-used-up', { reworks });
    const lead = handledBy(ticket);
    if (lead === undefined) return rejected('no-department-handled-it');
    const reason = `dissatisfied: ${(ticket.survey?.dissatisfied ?? []).join(', ')}`;
    return [{ type: 'ReworkOrdered', data: { person: ticket.person, department: lead, reason } }];
  };
}
