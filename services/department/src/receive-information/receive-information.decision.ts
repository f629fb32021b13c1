import type { ReceiveInformation } from '@ledgerline/contracts';
import { isActive, isRejection, beingHandled, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** What the caller answered, whoever heard it: every department that asked goes on. */
export const receiveInformation: Decide<ReceiveInformation, MaybeTicket, TicketEvent> = ({ text }, state) => {
  const ticket = beingHandled(state);
  if (isRejection(ticket)) return ticket;
  if (!ticket.parts.some((part) => isActive(part) && part.awaitsInformation)) return rejected('no-information-requested');
  return [{ type: 'InformationReceived', data: { person: ticket.person, text } }];
};
