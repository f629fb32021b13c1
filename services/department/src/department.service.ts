import type { ApproveResult, AssignHandler } from '@ledgerline/contracts';
import {
  accountFold,
  isAbout,
  ledgerlineEvents,
  ticketCommand,
  termsInForce,
  withImplied,
  type MaybeTicket,
  type Ticket,
  type TicketEvent,
  type TicketTerms,
} from '@ledgerline/domain';
import { accountIdOf, streamCommand, type AnswerCommand, type ServiceDefinition } from '@ledgerline/host';
import { streamName, type Decide } from '@ledgerline/kernel';
import { acceptPart } from './accept-part/accept-part.decision.js';
import { approveResult, approveUnchecked } from './approve-result/approve-result.decision.js';
import { assignHandler } from './assign-handler/assign-handler.decision.js';
import { avoidingWhomItIsAbout } from './avoid-whom-it-is-about.js';
import { commitInPrinciple } from './commit-in-principle/commit-in-principle.decision.js';
import { endHold } from './end-hold/end-hold.decision.js';
import { projections } from './projections.js';
import { problemCommands } from './problems/problem-commands.js';
import { listProblems } from './problems/problem-list/list-problems.query.js';
import { oneProblem } from './problems/problem-list/one-problem.query.js';
import { ticketsOfProblem } from './problems/problem-list/tickets-of-problem.query.js';
import { proposalCommands } from './proposals/proposal-commands.js';
import { callersOfProposal } from './proposals/proposal-list/callers-of-proposal.query.js';
import { listProposals } from './proposals/proposal-list/list-proposals.query.js';
import { oneProposal } from './proposals/proposal-list/one-proposal.query.js';
import { proposalFigures } from './proposals/proposal-figures/proposal-figures.query.js';
import { dueProposals } from './proposals/remind-of-proposal/due-proposals.query.js';
import { tellOfOutcomes } from './proposals/tell-callers/tell-of-outcomes.process-manager.js';
import { openInspections } from './quality/draw-sample/open-inspections.process-manager.js';
import { qualityCommands } from './quality/quality-commands.js';
import { qualityQueries } from './quality/quality-queries.js';
import { endorseExtension } from './endorse-extension/endorse-extension.decision.js';
import { grantExtension } from './grant-extension/grant-extension.decision.js';
import { putOnHold } from './put-on-hold/put-on-hold.decision.js';
import { receiveInformation } from './receive-information/receive-information.decision.js';
import { recordProgress } from './record-progress/record-progress.decision.js';
import { refuseExtension } from './refuse-extension/refuse-extension.decision.js';
import { reportPart } from './report-part/report-part.decision.js';
import { requestExtension } from './request-extension/request-extension.decision.js';
import { requestInformation } from './request-information/request-information.decision.js';
import { sendBackResult } from './send-back-result/send-back-result.decision.js';
import { submitResult } from './submit-result/submit-result.decision.js';
import { ticketTerms } from './ticket-terms.js';

/** R4: handling in the departments, from acceptance to the manager's review; R11: what departments make of it for the next time; R12: how well it was done. */
export const department: ServiceDefinition = {
  name: 'department',
  events: ledgerlineEvents,
  commands: {
    accept: onTicketOfOthers('accept', acceptPart),
    'assign-handler': streamCommand<AssignHandler, MaybeTicket, TicketEvent>({
      ...ticketCommand('assign-handler'),
      decide: {
        prepare: async ({ body }, ledgerline) => {
          const id = accountIdOf(body.handler, ledgerline);
          const { state: account } = await ledgerline.commands.current(streamName('account', id), accountFold);
          const handlesFor = (of: string) =>
            account !== undefined &&
            account.deactivated !== true &&
            withImplied(account.roles).has('handler') &&
            account.departments.includes(of);
          const isConcerned = (ticket: Ticket) => account !== undefined && isAbout(ticket, account);
          return assignHandler(id, { handlesFor, isConcerned });
        },
      },
    }),
    'record-progress': onTicket('record-progress', recordProgress),
    hold: onTicketInTime('hold', putOnHold),
    resume: onTicket('resume', endHold),
    'request-information': onTicket('request-information', requestInformation),
    'receive-information': onTicket('receive-information', receiveInformation),
    'request-extension': onTicketInTime('request-extension', requestExtension),
    'endorse-extension': onTicket('endorse-extension', endorseExtension),
    'grant-extension': onTicketInTime('grant-extension', grantExtension),
    'refuse-extension': onTicket('refuse-extension', refuseExtension),
    'commit-in-principle': onTicket('commit-in-principle', commitInPrinciple),
    report: onTicketOfOthers('report', reportPart),
    'submit-result': onTicketOfOthers('submit-result', submitResult),
    'approve-result': streamCommand<ApproveResult, MaybeTicket, TicketEvent>({
      ...ticketCommand('approve-result'),
      decide: {
        prepare: async (request, ledgerline) => {
          // The check's clock would start now, and be pinned to what is in force now.
          const { checkResults } = await termsInForce(undefined, ledgerline);
          return avoidingWhomItIsAbout(checkResults ? approveResult : approveUnchecked, request, ledgerline);
        },
      },
    }),
    'send-back-result': onTicketOfOthers('send-back-result', sendBackResult),
    ...proposalCommands,
    ...problemCommands,
    ...qualityCommands,
  },
  queries: {
    proposals: listProposals,
    proposal: oneProposal,
    'callers-of-proposal': callersOfProposal,
    'due-proposals': dueProposals,
    'proposal-figures': proposalFigures,
    problems: listProblems,
    problem: oneProblem,
    'tickets-of-problem': ticketsOfProblem,
    ...qualityQueries,
  },
  processManagers: [tellOfOutcomes as never, openInspections as never],
  projections,
  projectionsModule: new URL('./projections.js', import.meta.url).href,
};

function onTicket<Body>(command: string, decide: Decide<Body, MaybeTicket, TicketEvent>): AnswerCommand {
  return streamCommand({ ...ticketCommand(command), decide });
}

/** A decision that whom the ticket is about has no part in. */
function onTicketOfOthers<Body>(command: string, decide: Decide<Body, MaybeTicket, TicketEvent>): AnswerCommand {
  return streamCommand<Body, MaybeTicket, TicketEvent>({
    ...ticketCommand(command),
    decide: { prepare: (request, ledgerline) => avoidingWhomItIsAbout(decide, request, ledgerline) },
  });
}

/** A decision that asks what the ticket's clocks allow. */
function onTicketInTime<Body>(
  command: string,
  decision: (terms: TicketTerms) => Decide<Body, MaybeTicket, TicketEvent>,
): AnswerCommand {
  return streamCommand<Body, MaybeTicket, TicketEvent>({
    ...ticketCommand(command),
    decide: { prepare: async (request, ledgerline) => decision(await ticketTerms(request, ledgerline)) },
  });
}
