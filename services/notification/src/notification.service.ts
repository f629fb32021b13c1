import { ledgerlineEvents, mayCommand, ticketFold, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { streamCommand, type AnswerCommand, type ServiceDefinition } from '@ledgerline/host';
import type { Decide } from '@ledgerline/kernel';
import { acknowledgeUrge } from './acknowledge-urge/acknowledge-urge.decision.js';
import { replyToCaller } from './reply-to-caller/reply-to-caller.decision.js';
import { urgeDepartment } from './urge-department/urge-department.decision.js';

/** R5, R7: what is said to callers and to departments. */
export const notification: ServiceDefinition = {
  name: 'notification',
  events: ledgerlineEvents,
  commands: {
    reply: onTicket('reply', replyToCaller),
    urge: onTicket('urge', urgeDepartment),
    'acknowledge-urge': onTicket('acknowledge-urge', acknowledgeUrge),
  },
};

function onTicket<Body>(command: string, decide: Decide<Body, MaybeTicket, TicketEvent>): AnswerCommand {
  return streamCommand({ category: 'ticket', fold: ticketFold, may: (roles) => mayCommand(roles, command), decide });
}
