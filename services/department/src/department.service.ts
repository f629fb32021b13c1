import type { AssignHandler } from '@ledgerline/contracts';
import {
  accountFold,
  ledgerlineEvents,
  mayCommand,
  ticketFold,
  withImplied,
  type MaybeTicket,
  type TicketEvent,
} from '@ledgerline/domain';
import { accountIdOf, streamCommand, type AnswerCommand, type ServiceDefinition } from '@ledgerline/host';
import { streamName, type Decide } from '@ledgerline/kernel';
import { acceptPart } from './accept-part/accept-part.decision.js';
import { approveResult } from './approve-result/approve-result.decision.js';
import { assignHandler } from './assign-handler/assign-handler.decision.js';
import { recordProgress } from './record-progress/record-progress.decision.js';
import { reportPart } from './report-part/report-part.decision.js';
import { sendBackResult } from './send-back-result/send-back-result.decision.js';
import { submitResult } from './submit-result/submit-result.decision.js';

/** R4: handling in the departments, from acceptance to the manager's review. */
export const department: ServiceDefinition = {
  name: 'department',
  events: ledgerlineEvents,
  commands: {
    accept: onTicket('accept', acceptPart),
    'assign-handler': streamCommand<AssignHandler, MaybeTicket, TicketEvent>({
      category: 'ticket',
      fold: ticketFold,
      may: (roles) => mayCommand(roles, 'assign-handler'),
      decide: {
        prepare: async ({ body }, ledgerline) => {
          const id = accountIdOf(body.handler, ledgerline);
          const { state: account } = await ledgerline.commands.current(streamName('account', id), accountFold);
          const handlesFor = (of: string) =>
            account !== undefined && withImplied(account.roles).has('handler') && account.departments.includes(of);
          return assignHandler(id, handlesFor);
        },
      },
    }),
    'record-progress': onTicket('record-progress', recordProgress),
    report: onTicket('report', reportPart),
    'submit-result': onTicket('submit-result', submitResult),
    'approve-result': onTicket('approve-result', approveResult),
    'send-back-result': onTicket('send-back-result', sendBackResult),
  },
};

function onTicket<Body>(command: string, decide: Decide<Body, MaybeTicket, TicketEvent>): AnswerCommand {
  return streamCommand({ category: 'ticket', fold: ticketFold, may: (roles) => mayCommand(roles, command), decide });
}
