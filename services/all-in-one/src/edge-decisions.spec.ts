import { describe, expect, test } from '@jest/globals';
import { mayCommand, termsOf, ticketFold, type MaybeTicket, type TicketEvent } from '@ledgerline/domain';
import { actorOf, given, recorded } from '@ledgerline/kernel/contracts';
import { endHold } from '../../department/src/end-hold/end-hold.decision.js';
import { putOnHold } from '../../department/src/put-on-hold/put-on-hold.decision.js';
import { answerTicket } from '../../intake/src/answer-ticket/answer-ticket.decision.js';
import { acceptResult } from '../../intake/src/accept-result/accept-result.decision.js';
import { unlinkDuplicate } from '../../intake/src/link-duplicate/link-duplicate.decision.js';
import { rejectResult } from '../../intake/src/reject-result/reject-result.decision.js';
import { publishResult } from '../../notification/src/publish-result/publish-result.decision.js';
import { recordContactAttempt } from '../../notification/src/record-contact-attempt/record-contact-attempt.decision.js';
import { acknowledgeUrge } from '../../notification/src/acknowledge-urge/acknowledge-urge.decision.js';
import { replyToCaller } from '../../notification/src/reply-to-caller/reply-to-caller.decision.js';
import { designateDepartment } from '../../routing/src/designate-department/designate-department.decision.js';
import { grantReturn } from '../../routing/src/grant-return/grant-return.decision.js';
import { orderRework } from '../../routing/src/order-rework/order-rework.decision.js';
import { outcome, type Decided } from './spec-outcome.js';
import * as past from './ticket-histories.js';

const agent = actorOf(['agent'], ['call-centre'], 'agent');
const leader = actorOf(['leader'], [], 'boss');
const colleague = actorOf(['handler'], ['quality'], 'h9');
const on = (...history: readonly TicketEvent[]) => given(ticketFold, ...history);
const { event } = past;
const [department, reason, text] = ['quality', 'because', 'x'];

const stop = putOnHold({ mayHold: () => true });
const returnedByLead = [
  ...past.acceptedByTwo,
  event('ReturnRequested', { department, reason, attachments: [] }),
  event('ReturnGranted', { department }),
];
const asksToReturnWhatItSubmits = [
  ...past.accepted,
  event('ReturnRequested', { department, reason, attachments: [] }),
  ...past.submitted.slice(past.accepted.length),
];
const answeredAfterReturn = [...past.returnGranted, event('TicketAnswered', { text, articles: [] })];
const sentBackUrgently = [...past.submitted, event('PartSentBack', { department, reason }), event('UrgencyRaised', { reason })];
const rejectedAndRoutedAgain = [
  ...past.approved,
  event('ResultRejected', { reason }),
  event('TicketRouted', { lead: department, coHandling: [], by: 'person' }),
  ...past.submitted.slice(past.accepted.length),
  event('PartApproved', { department }),
];

/** Corners that the model of the process (`model/`) found. */
describe.each<[string, string, () => Decided]>([
  ['the call centre does not answer over the departments’ heads', 'departments-are-at-work', () =>
    on(...returnedByLead).when(answerTicket, { text }, agent)],
  ['an executive changes a designation, and makes none before its time', 'too-few-returns-to-designate', () =>
    on(...past.routed).when(designateDepartment({ returns: 2 }), { lead: 'logistics', reason }, leader)],
  ['an executive changes a designation', 'TicketDesignated', () =>
    on(...past.designated).when(designateDepartment({ returns: 2 }), { lead: 'quality', reason }, leader)],
  ['what is handed in is reviewed and not given back', 'result-is-submitted', () =>
    on(...asksToReturnWhatItSubmits).when(grantReturn, { department })],
  ['a colleague does not stop the clocks of the ticket', 'not-the-assigned-handler', () =>
    on(...past.accepted).when(stop, { reason: 'third-party', note: text }, colleague)],
  ['nor does one start them', 'not-the-assigned-handler', () =>
    on(...past.accepted, event('PutOnHold', { reason: 'third-party', note: text })).when(endHold, {}, colleague)],
  ['who gave it back has nothing to do again', 'no-department-handled-it', () =>
    on(...answeredAfterReturn).when(orderRework, { reason })],
  ['words that were sent back are not told to the caller', 'reply-has-no-text', () =>
    on(...sentBackUrgently).when(replyToCaller({ repliesBy: "call-centre" }), { channel: 'phone' }, agent)],
  ['routing to the same lead again is the same round of handling', 'already-rejected-once', () =>
    on(...rejectedAndRoutedAgain).when(rejectResult, { reason }, agent)],
  ['an urge is acknowledged after an urgent reply too', 'UrgeAcknowledged', () =>
    on(...past.urged, event('UrgencyRaised', { reason }), event('ReplyGiven', { text, channel: 'phone' })).when(acknowledgeUrge, {}, colleague)],
  ['what was closed as a duplicate and is none is unlinked', 'DuplicateUnlinked', () =>
    on(past.registered, event('LinkedAsDuplicate', { of: 'p0-other' }), event('TicketClosed', { code: 'duplicate' })).when(unlinkDuplicate, { reason })],
  ['a result is published once it is approved', 'result-not-approved', () =>
    on(...past.submitted, event('UrgencyRaised', { reason }), event('ReplyGiven', { text, channel: 'phone' })).when(publishResult('p1'), { title: text, text })],
  ['nobody checks what is about themselves', 'ticket-concerns-department', () =>
    on({ ...past.aboutQuality }, ...past.approved.slice(1)).when(acceptResult, {}, actorOf(['agent'], ['quality'], 'a9'))],
  ['a department that has nothing to reply surveys nobody', 'not-allowed', () =>
    on(...past.replied).when(recordContactAttempt(termsOf(undefined)), { purpose: 'survey', channel: 'phone', outcome: 'no-answer' }, actorOf(['handler'], ['logistics'], 'h8'))],
])('%s', (_, expected, decide) => test(expected, () => expect(outcome(decide())).toBe(expected))); // prettier-ignore

test('what callers say is taken down by the call centre (interface.md, "who may")', () => {
  expect(mayCommand(['handler'], 'add-message')).toBe(false);
  expect(mayCommand(['agent'], 'add-message')).toBe(true);
});

test('an answer ends the hold of the ticket', () => {
  const held = [...past.accepted, event('PutOnHold', { reason: 'third-party', note: text })];
  const returned = [
    ...held,
    event('ReturnRequested', { department, reason, attachments: [] }),
    event('ReturnGranted', { department }),
  ];
  expect(stateOf(returned)?.hold).toBe('third-party');
  expect(stateOf([...returned, event('TicketAnswered', { text, articles: [] })])?.hold).toBeUndefined();
});

test('on its own again a ticket can be dispatched, also where a department had been designated', () => {
  const attached = [...past.designated, event('AttachedToEvent', { event: 'p0-event' })];
  expect(stateOf(attached)?.designated).toBe(true);
  expect(stateOf([...attached, event('DetachedFromEvent', { reason })])).toMatchObject({
    status: 'registered',
    designated: false,
  });
});

function stateOf(history: readonly TicketEvent[]) {
  return recorded(history).reduce<MaybeTicket>(ticketFold.evolve, undefined);
}
