import type { SubmitResult } from '@ledgerline/contracts';
import {
  coHandlersHaveReported,
  isRejection,
  type MaybeTicket,
  type TicketEvent,
  ownPart,
  beingHandled,
} from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** R4.3: the lead's result and the reply's text go to the department manager. */
export const submitResult: Decide<SubmitResult, MaybeTicket, TicketEvent> = (command, state, circumstances) => {
  const ticket = beingHandled(state);
  if (isRejection(ticket)) return ticket;
  const part = ownPart(ticket, command.department, circumstances);
  if (isRejection(part)) return part;
  if (part.part !== 'lead') return rejected('not-the-lead-department', { department: part.department });
  if (part.status === 'routed') return rejected('not-accepted-yet', { department: part.department });
  if (part.status !== 'accepted') return rejected('result-is-submitted');
  if (!coHandlersHaveReported(ticket)) return rejected('co-handlers-have-not-reported');
  const { result, reply, publishable, confidentialReason } = command;
  if (!publishable && confidentialReason === undefined) return rejected('confidential-reason-required');
  const why = confidentialReason === undefined ? {} : { confidentialReason };
  const data = { person: ticket.person, department: part.department, result, reply, publishable, ...why };
  return [{ type: 'ResultSubmitted', data }];
};
