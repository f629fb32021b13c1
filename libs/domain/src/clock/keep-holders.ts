import { leadOf, type Ticket } from '../ticket/ticket.js';
import type { BookRule } from './book-step.js';
import type { Holder } from './clock-run.js';

/** Who has the ticket from each event on (deadlines.md, "Time by holder"); holds are laid over it when it is added up. */
export const keepHolders: BookRule = (book, { ticket, at }) => {
  const holder = holderOf(ticket);
  const last = book.holders.at(-1)?.holder;
  if (last && last.who === holder.who && departmentOf(last) === departmentOf(holder)) return book;
  return { ...book, holders: [...book.holders, { at, holder }] };
};

function holderOf(ticket: Ticket): Holder {
  const lead = leadOf(ticket);
  if (lead === undefined) return { who: 'call-centre' };
  if (ticket.status === 'in-review') return { who: 'manager', department: lead.department };
  if (ticket.status === 'dispatched' || ticket.status === 'in-progress') return { who: 'lead', department: lead.department };
  return { who: 'call-centre' };
}

export function departmentOf(holder: Holder): string | undefined {
  return 'department' in holder ? holder.department : undefined;
}
