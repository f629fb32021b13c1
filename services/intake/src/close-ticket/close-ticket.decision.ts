import type { Close } from '@ledgerline/contracts';
import {
  existing,
  isDissatisfied,
  isOpen,
  isRejection,
  isUnreachable,
  triedSoFar,
  type MaybeTicket,
  type Ticket,
  type TicketEvent,
  type UnreachableRule,
} from '@ledgerline/domain';
import { rejected, type Decide, type Rejection } from '@ledgerline/kernel';

/** R8.2: completed (办结) is not closed (结案): closing is a decision of its own, with a code that the state bears out. */
export function closeTicket(rule: UnreachableRule): Decide<Close, MaybeTicket, TicketEvent> {
  return ({ code }, state) => {
    const ticket = existing(state);
    if (isRejection(ticket)) return ticket;
    return refusalToClose(ticket, code, rule) ?? [{ type: 'TicketClosed', data: { code } }];
  };
}

function refusalToClose(ticket: Ticket, code: Close['code'], rule: UnreachableRule): Rejection | undefined {
  const { status } = ticket;
  switch (code) {
    case 'unreachable':
      return refusalAsUnreachable(ticket, rule);
    case 'duplicate':
      if (ticket.duplicateOf === undefined) return rejected('not-linked-as-duplicate');
      return isOpen(ticket) || status === 'completed' ? undefined : rejected('ticket-is-over', { status });
    case 'withdrawn':
    case 'refused':
      return status === code ? undefined : rejected(`ticket-not-${code}`, { status });
    case 'resolved':
      if (status !== 'completed') return rejected('ticket-not-completed', { status });
      return isDissatisfied(ticket) ? rejected('caller-is-dissatisfied', { with: ticket.survey?.dissatisfied }) : undefined;
    case 'partly-resolved':
    case 'explained':
    case 'unfounded':
      return status === 'completed' ? undefined : rejected('ticket-not-completed', { status });
  }
}

/** R7.1: only while the reply is due, and by the rule. */
function refusalAsUnreachable(ticket: Ticket, rule: UnreachableRule): Rejection | undefined {
  if (ticket.status === 'completed') return rejected('caller-has-been-reached');
  if (ticket.status !== 'to-reply') return rejected('nothing-to-reply', { status: ticket.status });
  const attempts = ticket.attempts ?? [];
  if (isUnreachable(attempts, rule)) return undefined;
  return rejected('caller-not-tried-enough', { tried: triedSoFar(attempts, rule.timeZone), needed: rule.attempts });
}
