import type { AcceptResult } from '@ledgerline/contracts';
import {
  concernsOneOf,
  existing,
  handsOf,
  isOneHumanInTwoPowers,
  isRejection,
  leadOf,
  type MaybeTicket,
  type TicketEvent,
} from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R4.3: the call centre's check finds that the result answers the question and was really done. */
export const acceptResult: Decide<AcceptResult, MaybeTicket, TicketEvent> = (_command, state, circumstances) => {
  const ticket = existing(state);
  if (isRejection(ticket)) return ticket;
  if (ticket.status !== 'to-check') return rejected('nothing-to-check', { status: ticket.status });
  const concerned = concernsOneOf(ticket, circumstances.actor.departments ?? []);
  if (concerned !== undefined) return rejected('ticket-concerns-department', { department: concerned });
  const lead = leadOf(ticket);
  if ([lead?.submittedBy, lead?.approvedBy].some((one) => isOneHumanInTwoPowers(one, handsOf(circumstances))))
    return rejected('own-work', { department: lead?.department });
  return [{ type: 'ResultAccepted', data: {} }];
};
