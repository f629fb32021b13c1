import { describe, expect, test } from '@jest/globals';
import { ticketFold, type TicketEvent } from '@ledgerline/domain';
import { actorOf, given } from '@ledgerline/kernel/contracts';
import { answerSupervision } from '../../notification/src/answer-supervision/answer-supervision.decision.js';
import { explainDelay } from '../../notification/src/explain-delay/explain-delay.decision.js';
import { guideDepartment } from '../../notification/src/guide-department/guide-department.decision.js';
import { orderSupervision } from '../../notification/src/order-supervision/order-supervision.decision.js';
import { recordSpotCheck } from '../../notification/src/record-spot-check/record-spot-check.decision.js';
import { reportOverdue } from '../../notification/src/report-overdue/report-overdue.decision.js';
import { outcome, type Decided } from './spec-outcome.js';
import * as past from './ticket-histories.js';

const coordinator = actorOf(['coordinator'], ['call-centre'], 'coord');
const agent = actorOf(['agent'], ['call-centre'], 'agent');
const leader = actorOf(['leader'], [], 'boss');
const handler = actorOf(['handler'], ['quality'], 'h1');
const colleague = actorOf(['handler'], ['quality'], 'h9');
const manager = actorOf(['manager'], ['quality'], 'm1');
const salesHandler = actorOf(['handler'], ['after-sales'], 'h2');
const ofTwo = actorOf(['manager'], ['quality', 'after-sales'], 'm3');

const on = (...history: readonly TicketEvent[]) => given(ticketFold, ...history);
const { event } = past;
const department = 'quality';
const text = 'x';
const findings = 'The visit was on record.';
const order = { department, instruction: 'Settle it today', reportBy: '2026-03-04T17:00:00+08:00' };
const ordered = (of = department) => event('SupervisionOrdered', { department: of, instruction: 'i', reportBy: order.reportBy });
const supervised = [...past.accepted, ordered()];
const supervisedTwice = [...past.acceptedByTwo, ordered(), ordered('after-sales')];
const overdue = [...past.accepted, event('OverdueReported', { department, reason: 'r' })];

describe.each<[string, string, () => Decided]>([
  ['guides a department', 'GuidanceGiven', () => on(...past.accepted).when(guideDepartment, { department, text }, coordinator)],
  [
    'guides the only department unnamed',
    'GuidanceGiven',
    () => on(...past.accepted).when(guideDepartment, { text }, coordinator),
  ],
  [
    'names the department where there are several',
    'department-required',
    () => on(...past.acceptedByTwo).when(guideDepartment, { text }, coordinator),
  ],
  [
    'guides nobody who has no part',
    'department-has-no-part',
    () => on(...past.accepted).when(guideDepartment, { department: 'logistics', text }, coordinator),
  ],
  [
    'guides nobody who is done',
    'part-is-approved',
    () => on(...past.approved).when(guideDepartment, { department, text }, coordinator),
  ],
  ['guides no ticket that is over', 'ticket-not-open', () => on(...past.closed).when(guideDepartment, { text }, coordinator)],
  ['guides no ticket that is none', 'ticket-not-found', () => on().when(guideDepartment, { text }, coordinator)],
  ['checks on the spot', 'SpotCheckMade', () => on(...past.accepted).when(recordSpotCheck, { findings }, coordinator)],
  [
    'checks what is closed',
    'SpotCheckMade',
    () => on(...past.closed).when(recordSpotCheck, { department, findings }, coordinator),
  ],
  [
    'checks one of several departments',
    'department-required',
    () => on(...past.acceptedByTwo).when(recordSpotCheck, { findings }, coordinator),
  ],
  [
    'checks who had a part only',
    'department-has-no-part',
    () => on(...past.accepted).when(recordSpotCheck, { department: 'logistics', findings }, coordinator),
  ],
  ['checks nobody before dispatch', 'department-has-no-part', () => on(past.registered).when(recordSpotCheck, { findings })],
  ['checks no ticket that is none', 'ticket-not-found', () => on().when(recordSpotCheck, { findings }, coordinator)],
])('the coordinator %s', (_, expected, decide) => test(expected, () => expect(outcome(decide())).toBe(expected)));

describe.each<[string, string, () => Decided]>([
  ['orders', 'SupervisionOrdered', () => on(...past.accepted).when(orderSupervision, order, leader)],
  [
    'orders a report in the future',
    'report-by-has-passed',
    () => on(...past.accepted).when(orderSupervision, { ...order, reportBy: '2026-03-02T01:00:00Z' }, leader),
  ],
  [
    'orders who has a part only',
    'department-has-no-part',
    () => on(...past.accepted).when(orderSupervision, { ...order, department: 'logistics' }, leader),
  ],
  ['orders nothing once it is replied', 'ticket-not-open', () => on(...past.replied).when(orderSupervision, order, leader)],
  ['has a report back', 'SupervisionAnswered', () => on(...supervised).when(answerSupervision, { text }, handler)],
  [
    'has one after the reply too',
    'SupervisionAnswered',
    () => on(...past.routed, ordered(), ...past.replied.slice(2)).when(answerSupervision, { text }, handler),
  ],
  [
    'has one from a department released since',
    'SupervisionAnswered',
    () =>
      on(...supervisedTwice, event('DepartmentReleased', { department: 'after-sales', reason: 'r' })).when(
        answerSupervision,
        { department: 'after-sales', text },
        salesHandler,
      ),
  ],
  [
    'has none where nothing was ordered',
    'no-supervision-to-report-on',
    () => on(...past.accepted).when(answerSupervision, { text }, handler),
  ],
  [
    'has none twice',
    'no-supervision-to-report-on',
    () =>
      on(...supervised, event('SupervisionAnswered', { department, text })).when(
        answerSupervision,
        { department, text },
        handler,
      ),
  ],
  [
    'has none from another department',
    'not-your-department',
    () => on(...supervised).when(answerSupervision, { department, text }, salesHandler),
  ],
  [
    'has one from the assigned handler',
    'not-the-assigned-handler',
    () => on(...supervised).when(answerSupervision, { text }, colleague),
  ],
  ['or from the manager', 'SupervisionAnswered', () => on(...supervised).when(answerSupervision, { text }, manager)],
  [
    'asks which of two departments reports',
    'department-required',
    () => on(...supervisedTwice).when(answerSupervision, { text }, ofTwo),
  ],
  [
    'has none of what is closed',
    'ticket-is-over',
    () => on(...supervised, event('TicketClosed', { code: 'explained' })).when(answerSupervision, { text }, handler),
  ],
  ['has none of no ticket', 'ticket-not-found', () => on().when(answerSupervision, { text }, handler)],
])('a supervision %s', (_, expected, decide) => test(expected, () => expect(outcome(decide())).toBe(expected)));

describe.each<[string, string, () => Decided]>([
  ['is reported', 'OverdueReported', () => on(...past.accepted).when(reportOverdue, { reason: 'no parts' }, handler)],
  [
    'is reported once an assignment',
    'overdue-already-reported',
    () => on(...overdue).when(reportOverdue, { reason: 'r' }, handler),
  ],
  [
    'is reported again in another assignment',
    'OverdueReported',
    () =>
      on(...overdue, ...past.replied.slice(3), event('ReworkOrdered', { department, reason: 'r' })).when(
        reportOverdue,
        { reason: 'r' },
        handler,
      ),
  ],
  [
    'is not reported of what is submitted',
    'result-is-submitted',
    () => on(...past.submitted).when(reportOverdue, { reason: 'r' }, handler),
  ],
  [
    'is not reported by others',
    'not-your-department',
    () => on(...past.accepted).when(reportOverdue, { department, reason: 'r' }, salesHandler),
  ],
  ['is not reported of what is over', 'ticket-not-open', () => on(...past.replied).when(reportOverdue, { reason: 'r' }, handler)],
  ['is explained', 'DelayExplained', () => on(...past.accepted).when(explainDelay, { text, channel: 'phone' }, agent)],
  [
    'is explained while the caller waits',
    'ticket-not-open',
    () => on(...past.replied).when(explainDelay, { text, channel: 'phone' }, agent),
  ],
])('delay %s', (_, expected, decide) => test(expected, () => expect(outcome(decide())).toBe(expected)));

test('an order holds the time to report by in UTC, and shows until it is answered', () => {
  const decided = on(...past.accepted).when(orderSupervision, order, leader);
  expect(decided).toMatchObject([{ data: { department, reportBy: '2026-03-04T09:00:00.000Z' } }]);
  expect(on(...supervised).state?.supervised).toEqual([department]);
  expect(on(...supervised, ordered()).state?.supervised).toEqual([department]);
  expect(on(...supervisedTwice, event('SupervisionAnswered', { department, text })).state?.supervised).toEqual(['after-sales']);
  expect(on(...supervised, event('TicketWithdrawn', { reason: 'r' })).state?.supervised).toBeUndefined();
});
