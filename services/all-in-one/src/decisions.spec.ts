import { describe, expect, test } from '@jest/globals';
import { ticketFold, type TicketEvent } from '@ledgerline/domain';
import type { DomainEvent, Rejection } from '@ledgerline/kernel';
import { actorOf, given } from '@ledgerline/kernel/contracts';
import { acceptPart } from '../../department/src/accept-part/accept-part.decision.js';
import { approveResult } from '../../department/src/approve-result/approve-result.decision.js';
import { assignHandler } from '../../department/src/assign-handler/assign-handler.decision.js';
import { reportPart } from '../../department/src/report-part/report-part.decision.js';
import { sendBackResult } from '../../department/src/send-back-result/send-back-result.decision.js';
import { submitResult } from '../../department/src/submit-result/submit-result.decision.js';
import { acceptResult } from '../../intake/src/accept-result/accept-result.decision.js';
import { addMessage } from '../../intake/src/add-message/add-message.decision.js';
import { answerTicket } from '../../intake/src/answer-ticket/answer-ticket.decision.js';
import { closeTicket as closing } from '../../intake/src/close-ticket/close-ticket.decision.js';
import { reclassifyTicket } from '../../intake/src/reclassify-ticket/reclassify-ticket.decision.js';
import { refuseTicket } from '../../intake/src/refuse-ticket/refuse-ticket.decision.js';
import { rejectResult } from '../../intake/src/reject-result/reject-result.decision.js';
import { reopenTicket } from '../../intake/src/reopen-ticket/reopen-ticket.decision.js';
import { withdrawTicket } from '../../intake/src/withdraw-ticket/withdraw-ticket.decision.js';
import { acknowledgeUrge } from '../../notification/src/acknowledge-urge/acknowledge-urge.decision.js';
import { replyToCaller as replying } from '../../notification/src/reply-to-caller/reply-to-caller.decision.js';
import { urgeDepartment } from '../../notification/src/urge-department/urge-department.decision.js';
import { designateDepartment as designating } from '../../routing/src/designate-department/designate-department.decision.js';
import { grantReturn } from '../../routing/src/grant-return/grant-return.decision.js';
import { orderRework } from '../../routing/src/order-rework/order-rework.decision.js';
import { refuseReturn } from '../../routing/src/refuse-return/refuse-return.decision.js';
import { releaseDepartment } from '../../routing/src/release-department/release-department.decision.js';
import { requestReturn } from '../../routing/src/request-return/request-return.decision.js';
import { routeTicket } from '../../routing/src/route-ticket/route-ticket.decision.js';
import * as past from './ticket-histories.js';

const closeTicket = closing({ attempts: 3, timeZone: 'Asia/Shanghai' });
const replyToCaller = replying({ repliesBy: 'call-centre' });
const designateDepartment = designating({ returns: 2 });

const coordinator = actorOf(['coordinator'], ['call-centre'], 'coord');
const agent = actorOf(['agent'], ['call-centre'], 'agent');
const handler = actorOf(['handler'], ['quality'], 'h1');
const manager = actorOf(['manager'], ['quality'], 'm1');
const salesHandler = actorOf(['handler'], ['after-sales'], 'h2');

/** Types of the events, or the name of the rejection. */
const outcome = (decided: readonly DomainEvent[] | Rejection): string =>
  Array.isArray(decided) ? decided.map(({ type }) => type).join(' ') : (decided as Rejection).rejection;
const on = (...history: readonly TicketEvent[]) => given(ticketFold, ...history);
const inTime = requestReturn({ returnHasLapsed: () => false });
const route = routeTicket({ kind: 'to-a-person', candidates: [], fallback: 'call-centre' });
const byTable = routeTicket({ kind: 'unambiguous', lead: 'quality', coHandling: ['after-sales'] });
const result = { result: 'replaced', reply: 'We replaced it.', publishable: true };
const reason = 'because';

describe('a command on a ticket that is none', () => {
  test.each([
    ['add-message', () => on().when(addMessage, { from: 'caller', text: 'x' })],
    ['route', () => on().when(route, { lead: 'quality' })],
    ['close', () => on().when(closeTicket, { code: 'resolved' })],
    ['reply', () => on().when(replyToCaller, { text: 'x', channel: 'phone' })],
  ])('%s', (_, decide) => expect(outcome(decide())).toBe('ticket-not-found'));
});

describe.each<[string, string, () => readonly DomainEvent[] | Rejection]>([
  ['answers at once', 'TicketAnswered', () => on(past.registered).when(answerTicket, { text: 'x' }, agent)],
  ['does not answer what is dispatched', 'already-dispatched', () => on(...past.routed).when(answerTicket, { text: 'x' }, agent)],
  ['refuses with a reason', 'TicketRefused', () => on(past.registered).when(refuseTicket, { reason, text: 'x' }, agent)],
  [
    'does not refuse what is dispatched',
    'already-dispatched',
    () => on(...past.routed).when(refuseTicket, { reason, text: 'x' }, agent),
  ],
  ['withdraws while open', 'TicketWithdrawn', () => on(...past.accepted).when(withdrawTicket, { reason }, agent)],
  ['withdraws nothing that is over', 'ticket-not-open', () => on(...past.replied).when(withdrawTicket, { reason }, agent)],
  [
    'adds a message to what is closed',
    'MessageAdded',
    () => on(...past.closed).when(addMessage, { from: 'caller', text: 'x' }, agent),
  ],
  [
    'reclassifies',
    'TicketReclassified',
    () => on(past.registered).when(reclassifyTicket({ itemIsKnown: true }), { kind: 'praise', reason }, agent),
  ],
  [
    'reclassifies nothing into itself',
    'nothing-to-change',
    () => on(past.registered).when(reclassifyTicket({ itemIsKnown: true }), { kind: 'complaint', reason }, agent),
  ],
  [
    'does not make urgent by reclassifying',
    'urgency-has-its-own-command',
    () => on(past.registered).when(reclassifyTicket({ itemIsKnown: true }), { level: 'urgent', reason }, agent),
  ],
  [
    'knows the items',
    'unknown-item',
    () => on(past.registered).when(reclassifyTicket({ itemIsKnown: false }), { item: 'x', reason }, agent),
  ],
  ['accepts a result that is approved', 'ResultAccepted', () => on(...past.approved).when(acceptResult, {}, agent)],
  ['accepts nothing that is not there', 'nothing-to-check', () => on(...past.accepted).when(acceptResult, {}, agent)],
  ['rejects once as an agent', 'ResultRejected', () => on(...past.approved).when(rejectResult, { reason }, agent)],
  [
    'rejects not twice as an agent',
    'already-rejected-once',
    () => on(...past.approvedAfterRejection).when(rejectResult, { reason }, agent),
  ],
  [
    'rejects again as a coordinator',
    'ResultRejected',
    () => on(...past.approvedAfterRejection).when(rejectResult, { reason }, coordinator),
  ],
  ['closes what is completed', 'TicketClosed', () => on(...past.replied).when(closeTicket, { code: 'resolved' })],
  ['closes nothing before', 'ticket-not-completed', () => on(...past.approved).when(closeTicket, { code: 'resolved' })],
  ['reopens', 'TicketReopened', () => on(...past.closed).when(reopenTicket, { reason })],
  ['reopens nothing that is open', 'ticket-not-ended', () => on(...past.routed).when(reopenTicket, { reason })],
])('intake %s', (_, expected, decide) => test(expected, () => expect(outcome(decide())).toBe(expected)));

describe.each<[string, string, () => readonly DomainEvent[] | Rejection]>([
  ['routes at will as coordinator', 'TicketRouted', () => on(past.registered).when(route, { lead: 'quality' }, coordinator)],
  [
    'needs a coordinator where the table is not clear',
    'routing-needs-a-coordinator',
    () => on(past.registered).when(route, { lead: 'quality' }, agent),
  ],
  [
    'lets an agent follow the table',
    'TicketRouted',
    () => on(past.registered).when(byTable, { lead: 'quality', coHandling: ['after-sales'] }, agent),
  ],
  [
    'lets an agent follow the whole table only',
    'routing-needs-a-coordinator',
    () => on(past.registered).when(byTable, { lead: 'quality' }, agent),
  ],
  [
    'has one part for a department',
    'lead-is-co-handling-too',
    () => on(past.registered).when(route, { lead: 'quality', coHandling: ['quality'] }),
  ],
  [
    'keeps a complaint from those it is about',
    'ticket-concerns-department',
    () => on(past.aboutQuality).when(route, { lead: 'quality' }),
  ],
  ['routes again', 'TicketRouted', () => on(...past.routed).when(route, { lead: 'logistics' })],
  [
    'routes no more once a result is there',
    'result-is-submitted',
    () => on(...past.submitted).when(route, { lead: 'logistics' }),
  ],
  ['keeps to a final designation', 'designation-is-final', () => on(...past.designated).when(route, { lead: 'quality' })],
  [
    'designates after returns',
    'TicketDesignated',
    () => on(...past.returnedTwice).when(designateDepartment, { lead: 'quality', reason }),
  ],
  ['takes a request to return', 'ReturnRequested', () => on(...past.routed).when(inTime, { reason }, handler)],
  ['takes it once', 'return-already-requested', () => on(...past.returnRequested).when(inTime, { reason }, handler)],
  [
    'takes it from one’s own department only',
    'not-your-department',
    () => on(...past.routed).when(inTime, { department: 'quality', reason }, salesHandler),
  ],
  ['grants a return', 'ReturnGranted', () => on(...past.returnRequested).when(grantReturn, { department: 'quality' })],
  [
    'grants none that nobody asked for',
    'no-return-requested',
    () => on(...past.routed).when(grantReturn, { department: 'quality' }),
  ],
  ['refuses a return', 'ReturnRefused', () => on(...past.returnRequested).when(refuseReturn, { department: 'quality', reason })],
  [
    'releases a co-handler',
    'DepartmentReleased',
    () => on(...past.routedToTwo).when(releaseDepartment, { department: 'after-sales', reason }),
  ],
  [
    'orders rework after the reply',
    'ReworkOrdered',
    () => on(...past.replied).when(orderRework, { department: 'quality', reason }),
  ],
])('routing %s', (_, expected, decide) => test(expected, () => expect(outcome(decide())).toBe(expected)));

describe.each<[string, string, () => readonly DomainEvent[] | Rejection]>([
  ['accepts', 'PartAccepted', () => on(...past.routed).when(acceptPart, {}, handler)],
  ['accepts once', 'already-accepted', () => on(...past.accepted).when(acceptPart, {}, handler)],
  [
    'accepts only its own',
    'not-your-department',
    () => on(...past.routed).when(acceptPart, { department: 'quality' }, salesHandler),
  ],
  [
    'asks which, where several could be meant',
    'department-required',
    () => on(...past.routedToTwo).when(acceptPart, {}, actorOf(['handler'], ['quality', 'after-sales'])),
  ],
  [
    'assigns a handler',
    'HandlerAssigned',
    () =>
      on(...past.accepted).when(
        assignHandler('h9', { handlesFor: (department) => department === 'quality', isConcerned: () => false }),
        { handler: 'h9' },
        manager,
      ),
  ],
  [
    'assigns nobody whom the ticket is about',
    'ticket-concerns-handler',
    () =>
      on(...past.accepted).when(
        assignHandler('h9', { handlesFor: () => true, isConcerned: () => true }),
        { handler: 'h9' },
        manager,
      ),
  ],
  ['submits a result', 'ResultSubmitted', () => on(...past.accepted).when(submitResult, result, handler)],
  ['submits nothing before it accepts', 'not-accepted-yet', () => on(...past.routed).when(submitResult, result, handler)],
  ['submits as lead only', 'not-the-lead-department', () => on(...past.acceptedByTwo).when(submitResult, result, salesHandler)],
  [
    'waits for the co-handlers',
    'co-handlers-have-not-reported',
    () => on(...past.acceptedByTwo).when(submitResult, result, handler),
  ],
  [
    'says why something is not to be published',
    'confidential-reason-required',
    () => on(...past.accepted).when(submitResult, { ...result, publishable: false }, handler),
  ],
  ['reports as co-handler', 'ReportSubmitted', () => on(...past.acceptedByTwo).when(reportPart, { text: 'x' }, salesHandler)],
  ['reports not as lead', 'lead-submits-a-result', () => on(...past.accepted).when(reportPart, { text: 'x' }, handler)],
  ['approves', 'PartApproved', () => on(...past.submitted).when(approveResult, {}, manager)],
  ['approves what is submitted only', 'nothing-to-review', () => on(...past.accepted).when(approveResult, {}, manager)],
  ['sends back', 'PartSentBack', () => on(...past.submitted).when(sendBackResult, { reason }, manager)],
])('a department %s', (_, expected, decide) => test(expected, () => expect(outcome(decide())).toBe(expected)));

describe.each<[string, string, () => readonly DomainEvent[] | Rejection]>([
  ['replies with the approved text', 'ReplyGiven', () => on(...past.checked).when(replyToCaller, { channel: 'phone' }, agent)],
  [
    'replies not before the check',
    'nothing-to-reply',
    () => on(...past.approved).when(replyToCaller, { channel: 'phone' }, agent),
  ],
  ['urges a department', 'TicketUrged', () => on(...past.routed).when(urgeDepartment, { department: 'quality', text: 'x' })],
  [
    'urges whoever has it only',
    'department-has-no-part',
    () => on(...past.routed).when(urgeDepartment, { department: 'logistics', text: 'x' }),
  ],
  ['acknowledges an urge', 'UrgeAcknowledged', () => on(...past.urged).when(acknowledgeUrge, {}, handler)],
  ['acknowledges no urge that was not', 'no-urge-to-acknowledge', () => on(...past.routed).when(acknowledgeUrge, {}, handler)],
])('notification %s', (_, expected, decide) => test(expected, () => expect(outcome(decide())).toBe(expected)));
