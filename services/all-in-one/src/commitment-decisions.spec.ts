import { describe, expect, test } from '@jest/globals';
import { ticketFold, type TicketEvent } from '@ledgerline/domain';
import { actorOf, given } from '@ledgerline/kernel/contracts';
import { commitInPrinciple } from '../../department/src/commit-in-principle/commit-in-principle.decision.js';
import { followUp } from '../../notification/src/follow-up/follow-up.decision.js';
import { outcome, type Decided } from './spec-outcome.js';
import * as past from './ticket-histories.js';

const agent = actorOf(['agent'], ['call-centre'], 'agent');
const handler = actorOf(['handler'], ['quality'], 'h1');
const stranger = actorOf(['handler'], ['after-sales'], 'h2');

const on = (...history: readonly TicketEvent[]) => given(ticketFold, ...history);
const { event } = past;
const department = 'quality';
const text = 'x';
const promise = { department, text: 'We shall renew the line.', rule: 'Works plan § 3', followUpOn: '2026-04-01T09:00:00+08:00' };
const promised = [...past.accepted, event('CommittedInPrinciple', promise)];

describe.each<[string, string, () => Decided]>([
  ['is given', 'CommittedInPrinciple', () => on(...past.accepted).when(commitInPrinciple, promise, handler)],
  ['is given beside another', 'CommittedInPrinciple', () => on(...promised).when(commitInPrinciple, promise, handler)],
  ['is given after acceptance', 'not-accepted-yet', () => on(...past.routed).when(commitInPrinciple, promise, handler)],
  ['is given before the result', 'result-is-submitted', () => on(...past.submitted).when(commitInPrinciple, promise, handler)],
  [
    'has its follow-up in the future',
    'follow-up-date-has-passed',
    () => on(...past.accepted).when(commitInPrinciple, { ...promise, followUpOn: '2026-03-01T00:00:00Z' }, handler),
  ],
  ['is the department’s own', 'not-your-department', () => on(...past.accepted).when(commitInPrinciple, promise, stranger)],
  ['is given while it is open', 'ticket-not-open', () => on(...past.replied).when(commitInPrinciple, promise, handler)],
  ['is followed up', 'FollowedUp', () => on(...promised).when(followUp, { text }, agent)],
  [
    'is followed up after the reply',
    'FollowedUp',
    () => on(...promised, ...past.replied.slice(3)).when(followUp, { text }, agent),
  ],
  ['is followed up where there is one', 'nothing-to-follow-up', () => on(...past.accepted).when(followUp, { text }, agent)],
  [
    'is followed up once',
    'nothing-to-follow-up',
    () => on(...promised, event('FollowedUp', { text })).when(followUp, { text }, agent),
  ],
  ['ends with the ticket', 'ticket-is-over', () => on(...promised, ...past.closed.slice(3)).when(followUp, { text }, agent)],
])('a commitment in principle %s', (_, expected, decide) => test(expected, () => expect(outcome(decide())).toBe(expected)));

test('it shows with the rule that it rests on and its date in UTC, until it is followed up', () => {
  const decided = on(...past.accepted).when(commitInPrinciple, promise, handler) as readonly TicketEvent[];
  const followUpOn = '2026-04-01T01:00:00.000Z';
  expect(on(...past.accepted, ...decided).state?.commitments).toEqual([{ department, rule: promise.rule, followUpOn }]);
  expect(on(...promised, event('TicketWithdrawn', { reason: 'r' })).state?.commitments).toBeUndefined();
});
