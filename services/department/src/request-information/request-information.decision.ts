import type { RequestInformation } from '@ledgerline/contracts';
import { isRejection, ownPart, stillOpen, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R4.2: the department asks the caller; what its rules allow waits for the answer. */
export const requestInformation: Decide<RequestInformation, MaybeTicket, TicketEvent> = (command, state, circumstances) => {
  const ticket = stillOpen(state);
  if (isRejection(ticket)) return ticket;
  const part = ownPart(ticket, command.department, circumstances);
  if (isRejection(part)) return part;
  if (part.status === 'routed') return rejected('not-accepted-yet', { department: part.department });
  if (part.status !== 'accepted') return rejected('result-is-submitted');
  if (part.awaitsInformation) return rejected('information-already-requested', { department: part.department });
  const { question } = command;
  return [{ type: 'InformationRequested', data: { person: ticket.person, department: part.department, question } }];
};
