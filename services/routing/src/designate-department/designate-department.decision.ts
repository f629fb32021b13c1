import type { Designate } from '@ledgerline/contracts';
import {
  concernsOneOf,
  isRejection,
  type MaybeTicket,
  type TicketEvent,
  resultIsSubmitted,
  openHere,
  withImplied,
  type Limits,
} from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R2.2 (指定承办): after so many granted returns the coordinator designates, final unless an executive changes it. */
export const designateDepartment =
  ({ returns }: Pick<Limits, 'returns'>): Decide<Designate, MaybeTicket, TicketEvent> =>
  ({ lead, reason }, state, { actor }) => {
    const ticket = openHere(state);
    if (isRejection(ticket)) return ticket;
    if (concernsOneOf(ticket, [lead]) !== undefined) return rejected('ticket-concerns-department', { department: lead });
    if (resultIsSubmitted(ticket)) return rejected('result-is-submitted');
    const isExecutive = withImplied(actor.roles ?? []).has('leader');
    if (ticket.designated && !isExecutive) return rejected('designation-is-final');
    if (!ticket.designated && ticket.returnsGranted < returns)
      return rejected('too-few-returns-to-designate', { granted: ticket.returnsGranted, needed: returns });
    return [{ type: 'TicketDesignated', data: { person: ticket.person, lead, reason } }];
  };
