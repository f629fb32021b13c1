import type { CommitInPrinciple } from '@ledgerline/contracts';
import { isRejection, ownPart, stillOpen, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { instantText, rejected, type Decide } from '@ledgerline/kernel';

/** R6.4 (原则承诺): for broad or complicated matters, with the rule that it rests on and the date of the follow-up. */
export const commitInPrinciple: Decide<CommitInPrinciple, MaybeTicket, TicketEvent> = (command, state, circumstances) => {
  const ticket = stillOpen(state);
  if (isRejection(ticket)) return ticket;
  const part = ownPart(ticket, command.department, circumstances);
  if (isRejection(part)) return part;
  const { department } = part;
  if (part.status === 'routed') return rejected('not-accepted-yet', { department });
  if (part.status !== 'accepted') return rejected('result-is-submitted', { department });
  const { text, rule } = command;
  const followUp = Temporal.Instant.from(command.followUpOn);
  if (Temporal.Instant.compare(followUp, circumstances.at) <= 0)
    return rejected('follow-up-date-has-passed', { followUpOn: command.followUpOn });
  const followUpOn = instantText(followUp.epochMilliseconds);
  return [{ type: 'CommittedInPrinciple', data: { person: ticket.person, department, text, rule, followUpOn } }];
};
