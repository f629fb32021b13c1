import { describe, expect, test } from '@jest/globals';
import { ticketFold, type TicketEvent } from '@ledgerline/domain';
import { actorOf, given } from '@ledgerline/kernel/contracts';
import { approveResult } from '../../department/src/approve-result/approve-result.decision.js';
import { sendBackResult } from '../../department/src/send-back-result/send-back-result.decision.js';
import { submitResult } from '../../department/src/submit-result/submit-result.decision.js';
import { closeTicket as closing } from '../../intake/src/close-ticket/close-ticket.decision.js';
import { replyToCaller as replying } from '../../notification/src/reply-to-caller/reply-to-caller.decision.js';
import { acknowledgeUrgency } from '../../routing/src/acknowledge-urgency/acknowledge-urgency.decision.js';
import { explainDecision } from '../../routing/src/explain-decision/explain-decision.decision.js';
import { handDownDecision } from '../../routing/src/hand-down-decision/hand-down-decision.decision.js';
import { recordDecision } from '../../routing/src/record-decision/record-decision.decision.js';
import { recordMeasure } from '../../routing/src/record-measure/record-measure.decision.js';
import { outcome, type Decided } from './spec-outcome.js';
import * as past from './ticket-histories.js';

const closeTicket = closing({ attempts: 3, timeZone: 'Asia/Shanghai' });
const replyToCaller = replying({ repliesBy: 'call-centre' });

const agent = actorOf(['agent'], ['call-centre'], 'agent');
const coordinator = actorOf(['coordinator'], ['call-centre'], 'coord');
const leader = actorOf(['leader'], [], 'boss');
const handler = actorOf(['handler'], ['quality'], 'h1');
const manager = actorOf(['manager'], ['quality'], 'm1');

const on = (...history: readonly TicketEvent[]) => given(ticketFold, ...history);
const { event } = past;
const department = 'quality';
const text = 'x';
const raised: readonly TicketEvent[] = [
  { ...past.registered, data: { ...past.registered.data, level: 'urgent' } } as TicketEvent,
];
const acknowledged = [...raised, event('UrgencyAcknowledged')];
const decided = [...acknowledged, event('DecisionRecorded', { text, participants: [] })];
const handedDown = [...decided, event('DecisionHandedDown', { text, departments: [department] })];
const explained = [...handedDown, event('DecisionExplained', { text, channel: 'phone' })];
const lowered = [...acknowledged, event('UrgencyLowered', { level: 'important', reason: 'r' })];
const handing = { departments: [department, 'call-centre'], text };
const telling = { text, channel: 'phone' } as const;

describe.each<[string, string, () => Decided]>([
  ['takes measures at once', 'MeasureRecorded', () => on(...raised).when(recordMeasure, { text }, agent)],
  ['takes more of them at any step', 'MeasureRecorded', () => on(...explained).when(recordMeasure, { text }, agent)],
  ['is none unless raised', 'no-urgent-episode', () => on(past.registered).when(recordMeasure, { text }, agent)],
  ['is over when lowered', 'no-urgent-episode', () => on(...lowered).when(recordMeasure, { text }, agent)],
  [
    'is carried by the parent when attached',
    'no-urgent-episode',
    () => on(...raised, event('AttachedToEvent', { event: 'p0-1' })).when(recordMeasure, { text }, agent),
  ],
  [
    'is over with the ticket',
    'no-urgent-episode',
    () => on(...raised, event('TicketWithdrawn', { reason: 'r' })).when(acknowledgeUrgency, {}, leader),
  ],
  ['is none of no ticket', 'ticket-not-found', () => on().when(acknowledgeUrgency, {}, leader)],
  ['is acknowledged', 'UrgencyAcknowledged', () => on(...raised).when(acknowledgeUrgency, {}, leader)],
  ['is acknowledged once', 'urgency-already-acknowledged', () => on(...decided).when(acknowledgeUrgency, {}, leader)],
  [
    'is acknowledged again when raised again',
    'UrgencyAcknowledged',
    () => on(...lowered, event('UrgencyRaised', { reason: 'r' })).when(acknowledgeUrgency, {}, leader),
  ],
  ['is decided', 'DecisionRecorded', () => on(...acknowledged).when(recordDecision, { text, participants: ['Li'] }, leader)],
  ['is decided again', 'DecisionRecorded', () => on(...explained).when(recordDecision, { text }, leader)],
  ['is decided after acknowledgement', 'urgency-not-acknowledged', () => on(...raised).when(recordDecision, { text }, leader)],
  ['hands its decision down', 'DecisionHandedDown', () => on(...decided).when(handDownDecision, handing, leader)],
  ['hands nothing down undecided', 'nothing-decided-yet', () => on(...acknowledged).when(handDownDecision, handing, leader)],
  [
    'hands nothing down to those that it is about',
    'ticket-concerns-department',
    () =>
      on({ ...raised[0], data: { ...raised[0]?.data, about: { department } } } as TicketEvent, ...decided.slice(1)).when(
        handDownDecision,
        handing,
        leader,
      ),
  ],
  ['is explained', 'DecisionExplained', () => on(...handedDown).when(explainDecision, telling, coordinator)],
  ['is explained when handed down', 'decision-not-handed-down', () => on(...decided).when(explainDecision, telling, coordinator)],
])('an urgent episode %s', (_, expected, decide) => test(expected, () => expect(outcome(decide())).toBe(expected)));

const submitted = [...raised, ...past.submitted.slice(1)];
const repliedEarly = [...submitted, event('ReplyGiven', { text, channel: 'phone' })];
const repliedBeforeResult = [...raised, ...past.accepted.slice(1), event('ReplyGiven', { text, channel: 'phone' })];

describe.each<[string, string, () => Decided]>([
  ['need not wait for the approval', 'ReplyGiven', () => on(...submitted).when(replyToCaller, { channel: 'phone' }, agent)],
  [
    'needs a text where there is no result yet',
    'reply-has-no-text',
    () => on(...raised, ...past.accepted.slice(1)).when(replyToCaller, { channel: 'phone' }, agent),
  ],
  [
    'waits for the check of what is approved',
    'nothing-to-reply',
    () => on(...raised, ...past.approved.slice(1)).when(replyToCaller, { channel: 'phone' }, agent),
  ],
  ['is given once', 'nothing-to-reply', () => on(...repliedEarly).when(replyToCaller, { channel: 'phone' }, agent)],
  ['is approved afterwards', 'PartApproved', () => on(...repliedEarly).when(approveResult, {}, manager)],
  ['is sent back afterwards', 'PartSentBack', () => on(...repliedEarly).when(sendBackResult, { reason: 'r' }, manager)],
  [
    'has its result afterwards',
    'ResultSubmitted',
    () => on(...repliedBeforeResult).when(submitResult, { result: 'r', reply: 'y', publishable: true }, handler),
  ],
  ['lets the ticket be closed', 'TicketClosed', () => on(...repliedEarly).when(closeTicket, { code: 'resolved' }, coordinator)],
])('an urgent reply %s', (_, expected, decide) => test(expected, () => expect(outcome(decide())).toBe(expected)));

test('a ticket replied to early stays completed while its result is seen through', () => {
  const later = [
    ...repliedEarly,
    event('PartSentBack', { department, reason: 'r' }),
    ...past.submitted.slice(3),
    event('PartApproved', { department }),
  ];
  for (const length of later.keys())
    if (length >= repliedEarly.length) expect(on(...later.slice(0, length + 1)).state?.status).toBe('completed');
  expect(outcome(on(...later).when(approveResult, {}, manager))).toBe('ticket-not-open');
});

test('an episode shows how far it has come, and a later decision takes nothing back', () => {
  expect(on(...raised, event('MeasureRecorded', { text })).state?.urgency).toEqual({ step: 'raised', measures: 1 });
  expect(on(...explained, event('DecisionRecorded', { text, participants: [] })).state?.urgency?.step).toBe('explained');
  expect(on(...lowered).state?.urgency).toBeUndefined();
});
