import { isActive, type MaybeTicket, type Ticket, type TicketEvent, type TicketEvents } from '@ledgerline/domain';
import type { Actor, Circumstances, Decide } from '@ledgerline/kernel';
import { approveResult, approveUnchecked } from '../../../../department/src/approve-result/approve-result.decision.js';
import { acceptPart } from '../../../../department/src/accept-part/accept-part.decision.js';
import { assignHandler } from '../../../../department/src/assign-handler/assign-handler.decision.js';
import { commitInPrinciple } from '../../../../department/src/commit-in-principle/commit-in-principle.decision.js';
import { endHold } from '../../../../department/src/end-hold/end-hold.decision.js';
import { endorseExtension } from '../../../../department/src/endorse-extension/endorse-extension.decision.js';
import { grantExtension } from '../../../../department/src/grant-extension/grant-extension.decision.js';
import { putOnHold } from '../../../../department/src/put-on-hold/put-on-hold.decision.js';
import { receiveInformation } from '../../../../department/src/receive-information/receive-information.decision.js';
import { recordProgress } from '../../../../department/src/record-progress/record-progress.decision.js';
import { refuseExtension } from '../../../../department/src/refuse-extension/refuse-extension.decision.js';
import { reportPart } from '../../../../department/src/report-part/report-part.decision.js';
import { requestExtension } from '../../../../department/src/request-extension/request-extension.decision.js';
import { requestInformation } from '../../../../department/src/request-information/request-information.decision.js';
import { sendBackResult } from '../../../../department/src/send-back-result/send-back-result.decision.js';
import { submitResult } from '../../../../department/src/submit-result/submit-result.decision.js';
import { acceptResult } from '../../../../intake/src/accept-result/accept-result.decision.js';
import { addMessage } from '../../../../intake/src/add-message/add-message.decision.js';
import { answerTicket } from '../../../../intake/src/answer-ticket/answer-ticket.decision.js';
import { attachToEvent, detachFromEvent } from '../../../../intake/src/attach-to-event/attach-to-event.decision.js';
import { closeTicket } from '../../../../intake/src/close-ticket/close-ticket.decision.js';
import { linkDuplicate, unlinkDuplicate } from '../../../../intake/src/link-duplicate/link-duplicate.decision.js';
import { reclassifyTicket } from '../../../../intake/src/reclassify-ticket/reclassify-ticket.decision.js';
import { refuseTicket } from '../../../../intake/src/refuse-ticket/refuse-ticket.decision.js';
import { rejectResult } from '../../../../intake/src/reject-result/reject-result.decision.js';
import { reopenTicket } from '../../../../intake/src/reopen-ticket/reopen-ticket.decision.js';
import { withdrawTicket } from '../../../../intake/src/withdraw-ticket/withdraw-ticket.decision.js';
import { acknowledgeUrge } from '../../../../notification/src/acknowledge-urge/acknowledge-urge.decision.js';
import { answerSupervision } from '../../../../notification/src/answer-supervision/answer-supervision.decision.js';
import { explainDelay } from '../../../../notification/src/explain-delay/explain-delay.decision.js';
import { followUp } from '../../../../notification/src/follow-up/follow-up.decision.js';
import { guideDepartment } from '../../../../notification/src/guide-department/guide-department.decision.js';
import { orderSupervision } from '../../../../notification/src/order-supervision/order-supervision.decision.js';
import { publishResult, withdrawPublication } from '../../../../notification/src/publish-result/publish-result.decision.js';
import { recordContactAttempt } from '../../../../notification/src/record-contact-attempt/record-contact-attempt.decision.js';
import { recordSpotCheck } from '../../../../notification/src/record-spot-check/record-spot-check.decision.js';
import { recordSurvey } from '../../../../notification/src/record-survey/record-survey.decision.js';
import { replyInEvent } from '../../../../notification/src/reply-to-all/reply-in-event.decision.js';
import { replyToAll } from '../../../../notification/src/reply-to-all/reply-to-all.decision.js';
import { replyToCaller } from '../../../../notification/src/reply-to-caller/reply-to-caller.decision.js';
import { reportOverdue } from '../../../../notification/src/report-overdue/report-overdue.decision.js';
import { surveyCaller } from '../../../../notification/src/survey-caller/survey-caller.decision.js';
import { urgeDepartment } from '../../../../notification/src/urge-department/urge-department.decision.js';
import { acknowledgeUrgency } from '../../../../routing/src/acknowledge-urgency/acknowledge-urgency.decision.js';
import { designateDepartment } from '../../../../routing/src/designate-department/designate-department.decision.js';
import { explainDecision } from '../../../../routing/src/explain-decision/explain-decision.decision.js';
import { grantReturn } from '../../../../routing/src/grant-return/grant-return.decision.js';
import { handDownDecision } from '../../../../routing/src/hand-down-decision/hand-down-decision.decision.js';
import { lowerUrgency } from '../../../../routing/src/lower-urgency/lower-urgency.decision.js';
import { orderRework } from '../../../../routing/src/order-rework/order-rework.decision.js';
import { raiseUrgency } from '../../../../routing/src/raise-urgency/raise-urgency.decision.js';
import { recordDecision } from '../../../../routing/src/record-decision/record-decision.decision.js';
import { recordMeasure } from '../../../../routing/src/record-measure/record-measure.decision.js';
import { refuseReturn } from '../../../../routing/src/refuse-return/refuse-return.decision.js';
import { releaseDepartment } from '../../../../routing/src/release-department/release-department.decision.js';
import { requestReturn } from '../../../../routing/src/request-return/request-return.decision.js';
import { grantReveal } from '../../../../routing/src/reveal-caller/grant-reveal.decision.js';
import { requestReveal } from '../../../../routing/src/reveal-caller/request-reveal.decision.js';
import { routeTicket } from '../../../../routing/src/route-ticket/route-ticket.decision.js';
import { transferToSite } from '../../../../routing/src/transfer-site/transfer-to-site.decision.js';

export const departments = ['after-sales', 'quality'] as const;
const [lead, other] = departments;
const at = '2026-03-02T02:00:00.000Z';
const everyRole = ['agent', 'team-leader', 'coordinator', 'handler', 'manager', 'leader', 'chairman'];
const somebody: Actor = { kind: 'person', id: 'somebody', roles: everyRole, departments: ['*'] };
const circumstances = (actor: Actor = somebody): Circumstances => ({ at, actor, site: 'main' });

export type Try = (ticket: MaybeTicket) => readonly TicketEvent[] | { readonly rejection: string };

/** A decision with a body, by somebody who may do everything: what is refused then is refused for the ticket's sake. */
function trying<Body>(decide: Decide<Body, MaybeTicket, TicketEvent>, body: unknown, actor?: Actor): Try {
  return (ticket) => decide(body as Body, ticket, circumstances(actor));
}

const due = Date.parse('2026-03-10T02:00:00Z');
const later = '2026-03-20T02:00:00Z';
const reason = 'why';
const text = 'words';
const channel = 'phone';
const extension = () => ({ due, count: 9, most: due * 2 });
const terms = { repliesBy: 'call-centre', limits: { surveyAttempts: 9, replyAttempts: 1, dissatisfied: 2 } } as never;
const proposal = { kind: 'to-a-person', candidates: [], fallback: 'call-centre' } as const;
const elsewhere = (ticket: Partial<Ticket>) => ({
  id: 'other',
  ticket: { status: 'in-progress', parts: [], ...ticket } as unknown as Ticket,
});
const codes = ['resolved', 'partly-resolved', 'explained', 'unfounded', 'withdrawn', 'refused', 'unreachable', 'duplicate'];
const ofEach = (make: (department: string) => Try | readonly Try[]) => departments.flatMap(make);

/** Every command on a ticket, with bodies that lead to each of its outcomes. */
export const tries: readonly Try[] = [
  trying(routeTicket(proposal), { lead }),
  trying(routeTicket(proposal), { lead, coHandling: [other] }),
  trying(routeTicket(proposal), { lead: other }),
  trying(designateDepartment({ returns: 0 } as never), { lead, reason }),
  trying(designateDepartment({ returns: 0 } as never), { lead: other, reason }),
  trying(transferToSite('open'), { site: 'north', reason }),
  trying(answerTicket, { text }),
  trying(refuseTicket, { reason, text }),
  trying(withdrawTicket, { reason }),
  trying(reclassifyTicket({ itemIsKnown: true }), { kind: 'request', reason }),
  trying(reclassifyTicket({ itemIsKnown: true }), { kind: 'report-wrongdoing', reason }),
  trying(addMessage, { from: 'caller', text }),
  trying(addMessage, { from: 'staff', text }),
  trying(attachToEvent('self', elsewhere({ parent: true })), { event: 'other' }),
  trying(detachFromEvent, { reason }),
  trying(linkDuplicate('self', elsewhere({})), { of: 'other' }),
  trying(unlinkDuplicate, { reason }),
  trying(acceptResult, {}),
  trying(rejectResult, { reason }),
  ...codes.map((code) => trying(closeTicket({ attempts: 0, timeZone: 'UTC' }), { code })),
  trying(reopenTicket, { reason }),
  trying(orderRework, { reason }),
  trying(raiseUrgency, { reason }),
  trying(lowerUrgency, { reason }),
  trying(recordMeasure, { text }),
  trying(acknowledgeUrgency, {}),
  trying(recordDecision, { text }),
  trying(handDownDecision, { departments: [lead], text }),
  trying(explainDecision, { text, channel }),
  ...ofEach((department) => [
    trying(acceptPart, { department }),
    trying(assignHandler('handler', { handlesFor: () => true, isConcerned: () => false }), { department }),
    trying(recordProgress, { department, text, toldCaller: true }),
    trying(requestReturn({ returnHasLapsed: () => false }), { department, reason }),
    trying(grantReturn, { department }),
    trying(refuseReturn, { department, reason }),
    trying(releaseDepartment, { department, reason }),
    trying(putOnHold({ mayHold: () => true }), { department, reason: 'third-party', note: text }),
    trying(endHold, { department }),
    trying(requestInformation, { department, question: text }),
    trying(requestExtension({ extension }), { department, by: later, reason }),
    trying(endorseExtension, { department }),
    trying(grantExtension({ extension }), { department, by: later }),
    trying(refuseExtension, { department, reason }),
    trying(commitInPrinciple, { department, text, rule: 'r', followUpOn: later }),
    trying(reportPart, { department, text }),
    trying(submitResult, { department, result: text, reply: text, publishable: true }),
    trying(approveResult, { department }),
    trying(approveUnchecked, { department }),
    trying(sendBackResult, { department, reason }),
    trying(urgeDepartment, { department, text }),
    trying(acknowledgeUrge, { department }),
    trying(guideDepartment, { department, text }),
    trying(recordSpotCheck, { department, findings: text }),
    trying(orderSupervision, { department, instruction: text, reportBy: later }),
    trying(answerSupervision, { department, text }),
    trying(reportOverdue, { department, reason }),
    trying(requestReveal, { department, reason }),
    trying(grantReveal, { department }, { ...somebody, id: 'executive' }),
    (ticket) =>
      ticket?.parts.some((part) => part.department === department && isActive(part) && part.awaitsInformation)
        ? [{ type: 'CallerFellSilent', data: { department, step: 's' } }]
        : [],
  ]),
  trying(putOnHold({ mayHold: () => true }), { reason: 'third-party', note: text }),
  trying(endHold, {}),
  trying(receiveInformation, { text }),
  trying(followUp, { text }),
  trying(explainDelay, { text, channel }),
  trying(replyToCaller(terms), { text, channel, verifiedBy: 'call-back' }),
  trying(replyInEvent, { event: 'other', text, channel }),
  trying(replyToAll, { text, channel }),
  trying(recordContactAttempt(terms), { purpose: 'reply', channel, outcome: 'message-left' }),
  trying(recordContactAttempt(terms), { purpose: 'survey', channel, outcome: 'no-answer' }),
  trying(surveyCaller(terms), { channel }),
  trying(recordSurvey(terms), { outcome: 5, service: 5, timeliness: 5 }),
  trying(recordSurvey(terms), { outcome: 1, service: 1, timeliness: 1 }),
  trying(publishResult('publication'), { title: text, text }),
  trying(withdrawPublication, { reason }),
];

const registered: TicketEvents['TicketRegistered'] = {
  contact: 'c', person: 'p', number: 'n', channel: 'phone', kind: 'complaint', level: 'general', item: 'fault', confidential: false, parent: false,
  attachments: [], anonymous: false, subject: 's', description: 'd', caller: { phone: '+86' },
}; // prettier-ignore

/** How a ticket can begin. */
export const registrations: readonly (readonly TicketEvent[])[] = [
  [{ type: 'TicketRegistered', data: registered }],
  [{ type: 'TicketRegistered', data: { ...registered, level: 'urgent' } }],
  [
    { type: 'TicketRegistered', data: { ...registered, parent: true } },
    { type: 'ChildAttached', data: { child: 'x', attachedAt: at } },
  ],
];
