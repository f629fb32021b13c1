import type { RequestReturn } from '@ledgerline/contracts';
import { isRejection, type MaybeTicket, type TicketEvent, type TicketTerms, ownPart, stillOpen } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/**
 * R2.2 (退单申请): a department that thinks the matter is not within its authority asks to give it back, in time: unused, the
 * right lapses (deadlines.md, `return-request`).
 */
export function requestReturn({
  returnHasLapsed,
}: Pick<TicketTerms, 'returnHasLapsed'>): Decide<RequestReturn, MaybeTicket, TicketEvent> {
  return (command, state, circumstances) => {
    const ticket = stillOpen(state);
    if (isRejection(ticket)) return ticket;
    const part = ownPart(ticket, command.department, circumstances);
    if (isRejection(part)) return part;
    const { department } = part;
    if (part.status === 'submitted' || part.status === 'approved') return rejected('result-is-submitted');
    if (part.returnRequested) return rejected('return-already-requested');
    if (ticket.designated && part.part === 'lead') return rejected('designation-is-final');
    if (returnHasLapsed(department)) return rejected('time-to-return-is-over', { department });
    const { reason, attachments = [] } = command;
    return [{ type: 'ReturnRequested', data: { person: ticket.person, department, reason, attachments } }];
  };
}
