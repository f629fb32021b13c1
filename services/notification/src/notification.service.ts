import { ledgerlineEvents, mayCommand, ticketFold, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { streamCommand, type AnswerCommand, type ServiceDefinition } from '@ledgerline/host';
import type { Decide } from '@ledgerline/kernel';
import { acknowledgeUrge } from './acknowledge-urge/acknowledge-urge.decision.js';
import { answerSupervision } from './answer-supervision/answer-supervision.decision.js';
import { explainDelay } from './explain-delay/explain-delay.decision.js';
import { followUp } from './follow-up/follow-up.decision.js';
import { guideDepartment } from './guide-department/guide-department.decision.js';
import { orderSupervision } from './order-supervision/order-supervision.decision.js';
import { recordSpotCheck } from './record-spot-check/record-spot-check.decision.js';
import { replyToCaller } from './reply-to-caller/reply-to-caller.decision.js';
import { reportOverdue } from './report-overdue/report-overdue.decision.js';
import { urgeDepartment } from './urge-department/urge-department.decision.js';

/** R5, R7: what is said to callers and to departments. */
export const notification: ServiceDefinition = {
  name: 'notification',
  events: ledgerlineEvents,
  commands: {
    reply: onTicket('reply', replyToCaller),
    urge: onTicket('urge', urgeDepartment),
    'acknowledge-urge': onTicket('acknowledge-urge', acknowledgeUrge),
    'follow-up': onTicket('follow-up', followUp),
    guide: onTicket('guide', guideDepartment),
    inspect: onTicket('inspect', recordSpotCheck),
    supervise: onTicket('supervise', orderSupervision),
    'report-back': onTicket('report-back', answerSupervision),
    'report-overdue': onTicket('report-overdue', reportOverdue),
    'explain-delay': onTicket('explain-delay', explainDelay),
  },
};

function onTicket<Body>(command: string, decide: Decide<Body, MaybeTicket, TicketEvent>): AnswerCommand {
  return streamCommand({ category: 'ticket', fold: ticketFold, may: (roles) => mayCommand(roles, command), decide });
}
