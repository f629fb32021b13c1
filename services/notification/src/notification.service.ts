import {
  avoiding,
  ledgerlineEvents,
  outgoingMailFold,
  ticketCommand,
  ticketFold,
  type MaybeTicket,
  type Terms,
  type TicketEvent,
  type TicketEvents,
} from '@ledgerline/domain';
import type { Publish } from '@ledgerline/contracts';
import {
  idOfDigest,
  streamCommand,
  type AnswerCommand,
  type CommandRequest,
  type Ledgerline,
  type ServiceDefinition,
} from '@ledgerline/host';
import type { Decide } from '@ledgerline/kernel';
import { acknowledgeUrge } from './acknowledge-urge/acknowledge-urge.decision.js';
import { answerSupervision } from './answer-supervision/answer-supervision.decision.js';
import { keepAnnouncements } from './announcements/keep-announcements.js';
import { runDigests } from './digests/run-digests.js';
import { explainDelay } from './explain-delay/explain-delay.decision.js';
import { followUp } from './follow-up/follow-up.decision.js';
import { guideDepartment } from './guide-department/guide-department.decision.js';
import { listNotices } from './inbox/inboxes.query.js';
import { readNotices } from './inbox/read-notices.handler.js';
import { noteOutcome, type NoteOutcome } from './note-outcome/note-outcome.decision.js';
import { sendMails } from './outgoing-mail/send-mails/send-mails.js';
import { noteUndelivered } from './outgoing-mail/undelivered/note-undelivered.decision.js';
import { recordBounce } from './outgoing-mail/undelivered/record-bounce.decision.js';
import { tellUndelivered } from './outgoing-mail/undelivered/tell-undelivered.process-manager.js';
import { writeMailsAsItHappens } from './outgoing-mail/write-mails/write-mails.log-reader.js';
import { orderSupervision } from './order-supervision/order-supervision.decision.js';
import { remindOfMaintenance } from './equipment/remind-of-maintenance.js';
import { keepProbations } from './probations/keep-probations.js';
import { remindOfPursuits } from './pursuits/remind-of-pursuits.js';
import { remindOfProposals } from './proposals/remind-of-proposals.js';
import { publishResult, withdrawPublication } from './publish-result/publish-result.decision.js';
import { projections } from './projections.js';
import { recordContactAttempt } from './record-contact-attempt/record-contact-attempt.decision.js';
import { recordSurvey } from './record-survey/record-survey.decision.js';
import { recordSpotCheck } from './record-spot-check/record-spot-check.decision.js';
import { replyInEvent, type ReplyInEvent } from './reply-to-all/reply-in-event.decision.js';
import { replyToAll } from './reply-to-all/reply-to-all.decision.js';
import { replyToChildren } from './reply-to-all/reply-to-children.process-manager.js';
import { replyToCaller } from './reply-to-caller/reply-to-caller.decision.js';
import { surveyCaller } from './survey-caller/survey-caller.decision.js';
import { termsOfAttempt, termsOfReply, termsOfSurvey, type TermsOf } from './terms-of-ticket.js';
import { reportOverdue } from './report-overdue/report-overdue.decision.js';
import { runTicker } from './ticker/ticker.js';
import { urgeDepartment } from './urge-department/urge-department.decision.js';

/** R5, R7: what is said to callers and to departments. */
export const notification: ServiceDefinition = {
  name: 'notification',
  events: ledgerlineEvents,
  commands: {
    reply: onTicketByTerms('reply', termsOfReply, replyToCaller),
    'reply-to-all': onTicket('reply-to-all', replyToAll),
    'reply-in-event': bySystem<ReplyInEvent>(replyInEvent),
    'note-outcome': bySystem<NoteOutcome>(noteOutcome),
    'record-contact-attempt': onTicketByTerms('record-contact-attempt', termsOfAttempt, recordContactAttempt),
    publish: streamCommand<Publish, MaybeTicket, TicketEvent>({
      ...ticketCommand('publish'),
      decide: {
        prepare: async ({ id, command }, ledgerline) =>
          publishResult(idOfDigest(ledgerline.digest('ids', `publication ${command} of ${id}`))),
      },
    }),
    'withdraw-publication': onTicket('withdraw-publication', withdrawPublication),
    survey: onTicketOfOthers('survey', termsOfSurvey, surveyCaller),
    'record-survey': onTicketOfOthers('record-survey', termsOfSurvey, recordSurvey),
    urge: onTicket('urge', urgeDepartment),
    'acknowledge-urge': onTicket('acknowledge-urge', acknowledgeUrge),
    'follow-up': onTicket('follow-up', followUp),
    guide: onTicket('guide', guideDepartment),
    inspect: onTicket('inspect', recordSpotCheck),
    supervise: onTicket('supervise', orderSupervision),
    'report-back': onTicket('report-back', answerSupervision),
    'report-overdue': onTicket('report-overdue', reportOverdue),
    'explain-delay': onTicket('explain-delay', explainDelay),
    'read-notices': readNotices as AnswerCommand,
    'note-undelivered': bySystem<TicketEvents['MailUndelivered']>(noteUndelivered),
    'record-bounce': streamCommand({
      category: 'outgoing-mail',
      fold: outgoingMailFold,
      may: (roles) => roles.includes('system'),
      decide: recordBounce,
    }),
  },
  processManagers: [replyToChildren as never, tellUndelivered as never],
  logReaders: [writeMailsAsItHappens],
  queries: { notices: listNotices },
  projections,
  projectionsModule: new URL('./projections.js', import.meta.url).href,
  loops: {
    ticker: runTicker,
    digests: runDigests,
    proposals: remindOfProposals,
    pursuits: remindOfPursuits,
    probations: keepProbations,
    equipment: remindOfMaintenance,
    mails: sendMails,
    announcements: keepAnnouncements,
  },
};

/** A decision by what the policy says that the ticket's reply, or its survey, is pinned to. */
function onTicketByTerms<Body>(
  command: string,
  termsOf: TermsOf<Body>,
  decision: (terms: Terms) => Decide<Body, MaybeTicket, TicketEvent>,
): AnswerCommand {
  return streamCommand<Body, MaybeTicket, TicketEvent>({
    ...ticketCommand(command),
    decide: { prepare: async (request, ledgerline) => decision(await termsOf(request, ledgerline)) },
  });
}

/** The same, and nobody surveys what is about themselves. */
function onTicketOfOthers<Body>(
  command: string,
  termsOf: TermsOf<Body>,
  decision: (terms: Terms) => Decide<Body, MaybeTicket, TicketEvent>,
): AnswerCommand {
  const prepare = async (request: CommandRequest<Body>, ledgerline: Ledgerline) =>
    avoiding(decision(await termsOf(request, ledgerline)))(request, ledgerline);
  return streamCommand<Body, MaybeTicket, TicketEvent>({ ...ticketCommand(command), decide: { prepare } });
}

/** What follows from other streams: sent by process managers alone. */
function bySystem<Body>(decide: Decide<Body, MaybeTicket, TicketEvent>): AnswerCommand {
  return streamCommand({ category: 'ticket', fold: ticketFold, may: (roles) => roles.includes('system'), decide });
}

function onTicket<Body>(command: string, decide: Decide<Body, MaybeTicket, TicketEvent>): AnswerCommand {
  return streamCommand({ ...ticketCommand(command), decide });
}
