import type { Inspect } from '@ledgerline/contracts';
import { existing, isRejection, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R5 (抽查): what a spot check found of a department's work, while it is at it or afterwards, short of the archive. */
export const recordSpotCheck: Decide<Inspect, MaybeTicket, TicketEvent> = ({ department, findings }, state) => {
  const ticket = existing(state);
  if (isRejection(ticket)) return ticket;
  if (ticket.status === 'archived') return rejected('ticket-archived');
  const [only, ...others] = new Set(ticket.parts.map((part) => part.department));
  if (department === undefined && others.length > 0) return rejected('department-required', { departments: [only, ...others] });
  const checked = [only, ...others].find((one) => one !== undefined && (department === undefined || one === department));
  if (checked === undefined) return rejected('department-has-no-part', { department });
  return [{ type: 'SpotCheckMade', data: { person: ticket.person, department: checked, findings } }];
};
