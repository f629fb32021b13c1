import type { RequestExtension } from '@ledgerline/contracts';
import { isRejection, ownPart, stillOpen, type MaybeTicket, type TicketEvent, type TicketTerms } from '@ledgerline/domain';
import { instantText, rejected, type Decide } from '@ledgerline/kernel';

/** R4.2 (延期): asked before the deadline, as often as the policy allows an assignment, never for urgent tickets. */
export function requestExtension({
  extension,
}: Pick<TicketTerms, 'extension'>): Decide<RequestExtension, MaybeTicket, TicketEvent> {
  return (command, state, circumstances) => {
    const ticket = stillOpen(state);
    if (isRejection(ticket)) return ticket;
    const part = ownPart(ticket, command.department, circumstances);
    if (isRejection(part)) return part;
    const { department } = part;
    if (ticket.level === 'urgent') return rejected('urgent-tickets-are-not-extended');
    if (part.status === 'submitted' || part.status === 'approved') return rejected('result-is-submitted');
    if (part.extension !== undefined) return rejected('extension-already-requested', { department });
    const terms = extension(department);
    if (terms === undefined) return rejected('no-deadline-to-extend', { department });
    if (milliseconds(circumstances.at) > terms.due) return rejected('deadline-has-passed', { department });
    if ((part.extensionsGranted ?? 0) >= terms.count) return rejected('no-extension-left', { department, count: terms.count });
    const by = milliseconds(command.by);
    if (by <= terms.due) return rejected('not-later-than-the-deadline', { department });
    const { reason } = command;
    return [{ type: 'ExtensionRequested', data: { person: ticket.person, department, by: instantText(by), reason } }];
  };
}

export function milliseconds(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}
