import type { RecordProgress } from '@ledgerline/contracts';
import { isRejection, type MaybeTicket, type TicketEvent, ownPart, beingHandled } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R4.2: progress, and whether the caller was told (interim feedback at half the limit). */
export const recordProgress: Decide<RecordProgress, MaybeTicket, TicketEvent> = (command, state, circumstances) => {
  const ticket = beingHandled(state);
  if (isRejection(ticket)) return ticket;
  const part = ownPart(ticket, command.department, circumstances);
  if (isRejection(part)) return part;
  if (part.status === 'routed') return rejected('not-accepted-yet', { department: part.department });
  const { text, toldCaller = false, attachments = [] } = command;
  return [
    { type: 'ProgressRecorded', data: { person: ticket.person, department: part.department, text, toldCaller, attachments } },
  ];
};
