import type { RejectResult } from '@ledgerline/contracts';
import { concernsOneOf, existing, isRejection, type MaybeTicket, type TicketEvent, withImplied } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R4.3: the call centre may reject an approved result once a round of handling; again only by the coordinator. */
export const rejectResult: Decide<RejectResult, MaybeTicket, TicketEvent> = ({ reason }, state, { actor }) => {
  const ticket = existing(state);
  if (isRejection(ticket)) return ticket;
  if (ticket.status !== 'to-check') return rejected('nothing-to-check', { status: ticket.status });
  const concerned = concernsOneOf(ticket, actor.departments ?? []);
  if (concerned !== undefined) return rejected('ticket-concerns-department', { department: concerned });
  if (ticket.rejections > 0 && !withImplied(actor.roles ?? []).has('coordinator')) return rejected('already-rejected-once');
  return [{ type: 'ResultRejected', data: { person: ticket.person, reason } }];
};
