import { describe, expect, test } from '@jest/globals';
import { termsOf, ticketFold, type Terms, type TicketEvent } from '@ledgerline/domain';
import { actorOf, given } from '@ledgerline/kernel/contracts';
import { closeTicket } from '../../intake/src/close-ticket/close-ticket.decision.js';
import { reopenTicket } from '../../intake/src/reopen-ticket/reopen-ticket.decision.js';
import { recordContactAttempt } from '../../notification/src/record-contact-attempt/record-contact-attempt.decision.js';
import { recordSurvey } from '../../notification/src/record-survey/record-survey.decision.js';
import { replyToCaller } from '../../notification/src/reply-to-caller/reply-to-caller.decision.js';
import { surveyCaller } from '../../notification/src/survey-caller/survey-caller.decision.js';
import { reworkDissatisfied } from '../../routing/src/rework-dissatisfied/rework-dissatisfied.decision.js';
import { outcome, type Decided } from './spec-outcome.js';
import * as past from './ticket-histories.js';

const agent = actorOf(['agent'], ['call-centre'], 'agent');
const coordinator = actorOf(['coordinator'], ['call-centre'], 'coord');
const handler = actorOf(['handler'], ['quality'], 'h1');
const otherHandler = actorOf(['handler'], ['quality'], 'h9');
const manager = actorOf(['manager'], ['quality'], 'm1');
const stranger = actorOf(['manager'], ['after-sales'], 'm2');
const qualityAgent = actorOf(['agent'], ['quality'], 'a2');

const on = (...history: readonly TicketEvent[]) => given(ticketFold, ...history);
const { event } = past;
const preset = termsOf(undefined);
const byDepartment: Terms = { ...preset, repliesBy: 'department' };
const phone = { channel: 'phone' } as const;
const close = closeTicket({ attempts: 3, timeZone: 'Asia/Shanghai' });
const attempt = { purpose: 'reply', channel: 'phone', outcome: 'no-answer' } as const;
const surveyAttempt = { ...attempt, purpose: 'survey' } as const;
const tried = event('ContactAttempted', { purpose: 'survey', channel: 'phone', outcome: 'no-answer' });
const secret = event('ResultSubmitted', { department: 'quality', result: 'r', reply: 'y', publishable: false });
const forTheCallerAlone = [...past.accepted, secret, event('PartApproved', { department: 'quality' }), event('ResultAccepted')];
const anonymous = (history: readonly TicketEvent[]) =>
  history.map((one, place) =>
    place === 0 ? ({ ...one, data: { ...one.data, anonymous: true, caller: {} } } as TicketEvent) : one,
  );
const rated = (dissatisfied: readonly string[]) =>
  event('SurveyRecorded', { outcome: 2, service: 5, timeliness: 5, dissatisfied });
const dissatisfied = [...past.replied, rated(['outcome'])];
const ratings = { outcome: 5, service: 4, timeliness: 3 };

describe.each<[string, string, () => Decided]>([
  ['goes by the call centre', 'ReplyGiven', () => on(...past.checked).when(replyToCaller(preset), phone, agent)],
  ['not by the department then', 'call-centre-replies', () => on(...past.checked).when(replyToCaller(preset), phone, handler)],
  ['goes by its handler', 'ReplyGiven', () => on(...past.checked).when(replyToCaller(byDepartment), phone, handler)],
  ['or its manager', 'ReplyGiven', () => on(...past.checked).when(replyToCaller(byDepartment), phone, manager)],
  [
    'not by another handler of it',
    'not-the-assigned-handler',
    () => on(...past.checked).when(replyToCaller(byDepartment), phone, otherHandler),
  ],
  [
    'not by another department',
    'not-your-department',
    () => on(...past.checked).when(replyToCaller(byDepartment), phone, stranger),
  ],
  [
    'not by the call centre then',
    'department-replies',
    () => on(...past.checked).when(replyToCaller(byDepartment), phone, coordinator),
  ],
  [
    'needs a verified identity for what is not published',
    'identity-not-verified',
    () => on(...forTheCallerAlone).when(replyToCaller(preset), { channel: 'web' }, agent),
  ],
  [
    'goes to an anonymous caller under the secret',
    'ReplyGiven',
    () => on(...anonymous(forTheCallerAlone)).when(replyToCaller(preset), { channel: 'web' }, agent),
  ],
  [
    'goes not to an address that nobody left',
    'caller-left-no-address',
    () => on(...anonymous(past.checked)).when(replyToCaller(preset), { channel: 'email' }, agent),
  ],
])('a reply %s', (_, expected, decide) => test(expected, () => expect(outcome(decide())).toBe(expected)));

describe.each<[string, string, () => Decided]>([
  ['for a reply', 'ContactAttempted', () => on(...past.checked).when(recordContactAttempt(preset), attempt, agent)],
  [
    'for a reply that the department gives',
    'call-centre-replies',
    () => on(...past.checked).when(recordContactAttempt(preset), attempt, handler),
  ],
  ['for no reply', 'nothing-to-reply', () => on(...past.accepted).when(recordContactAttempt(preset), attempt, agent)],
  [
    'to nobody',
    'caller-left-no-address',
    () => on(...anonymous(past.checked)).when(recordContactAttempt(preset), attempt, agent),
  ],
  [
    'for the survey',
    'ContactAttempted',
    () => on(...past.replied, tried, tried).when(recordContactAttempt(preset), surveyAttempt, agent),
  ],
  [
    'for a survey that is used up',
    'survey-attempts-used-up',
    () => on(...past.replied, tried, tried, tried).when(recordContactAttempt(preset), surveyAttempt, agent),
  ],
])('a contact attempt %s', (_, expected, decide) => test(expected, () => expect(outcome(decide())).toBe(expected)));

describe.each<[string, string, () => Decided]>([
  ['is sent after the reply', 'SurveySent', () => on(...past.replied).when(surveyCaller(preset), phone, agent)],
  ['not before', 'nothing-to-survey', () => on(...past.checked).when(surveyCaller(preset), phone, agent)],
  ['is recorded', 'SurveyRecorded', () => on(...past.replied).when(recordSurvey(preset), ratings, agent)],
  ['after the closing too', 'SurveyRecorded', () => on(...past.closed).when(recordSurvey(preset), ratings, agent)],
  [
    'also when nobody was reached before',
    'SurveyRecorded',
    () => on(...past.replied, tried, tried, tried).when(recordSurvey(preset), ratings, agent),
  ],
  ['once', 'already-surveyed', () => on(...dissatisfied).when(recordSurvey(preset), ratings, agent)],
  [
    'not by who handled it',
    'surveyed-by-the-handling-department',
    () => on(...past.replied).when(recordSurvey(preset), ratings, qualityAgent),
  ],
  [
    'not by whom it is about',
    'ticket-concerns-department',
    () =>
      on(past.aboutQuality, event('TicketAnswered', { text: 'x', articles: [] })).when(
        recordSurvey(preset),
        ratings,
        qualityAgent,
      ),
  ],
])('a survey %s', (_, expected, decide) => test(expected, () => expect(outcome(decide())).toBe(expected)));

test('dissatisfaction is told apart, by the limit of the policy', () => {
  const said = { outcome: 2, service: 3, timeliness: 1, comment: 'late' };
  const respects = (terms: Terms) => {
    const [recorded] = on(...past.replied).when(recordSurvey(terms), said, agent) as readonly { readonly data: unknown }[];
    return (recorded?.data as { readonly dissatisfied: readonly string[] }).dissatisfied;
  };
  expect(respects(preset)).toEqual(['outcome', 'timeliness']);
  expect(respects({ ...preset, limits: { ...preset.limits, dissatisfied: 3 } })).toEqual(['outcome', 'service', 'timeliness']);
  expect(respects({ ...preset, limits: { ...preset.limits, dissatisfied: 0 } })).toEqual([]);
});

describe.each<[string, string, () => Decided]>([
  ['is ordered', 'ReworkOrdered', () => on(...dissatisfied).when(reworkDissatisfied({ reworks: 1 }), {})],
  ['not where the policy has none', 'reworks-used-up', () => on(...dissatisfied).when(reworkDissatisfied({ reworks: 0 }), {})],
  [
    'not for who is satisfied',
    'caller-is-not-dissatisfied',
    () => on(...past.replied, rated([])).when(reworkDissatisfied({ reworks: 1 }), {}),
  ],
])('rework by itself %s', (_, expected, decide) => test(expected, () => expect(outcome(decide())).toBe(expected)));

const linked = [past.registered, event('LinkedAsDuplicate', { of: 'other' })];

describe.each<[string, string, () => Decided]>([
  ['explained where the caller is dissatisfied', 'TicketClosed', () => on(...dissatisfied).when(close, { code: 'explained' })],
  ['resolved then', 'caller-is-dissatisfied', () => on(...dissatisfied).when(close, { code: 'resolved' })],
  ['a duplicate that is linked', 'TicketClosed', () => on(...linked).when(close, { code: 'duplicate' })],
  ['a duplicate that is none', 'not-linked-as-duplicate', () => on(...past.replied).when(close, { code: 'duplicate' })],
  ['unreachable after the reply', 'caller-has-been-reached', () => on(...past.replied).when(close, { code: 'unreachable' })],
  ['unreachable untried', 'caller-not-tried-enough', () => on(...past.checked).when(close, { code: 'unreachable' })],
  ['unreachable with nothing to say', 'nothing-to-reply', () => on(...past.accepted).when(close, { code: 'unreachable' })],
  ['withdrawn what nobody took back', 'ticket-not-withdrawn', () => on(...past.replied).when(close, { code: 'withdrawn' })],
  [
    'withdrawn',
    'TicketClosed',
    () => on(...past.routed, event('TicketWithdrawn', { reason: 'r' })).when(close, { code: 'withdrawn' }),
  ],
  [
    'refused',
    'TicketClosed',
    () => on(past.registered, event('TicketRefused', { reason: 'r', text: 't' })).when(close, { code: 'refused' }),
  ],
])('closing as %s', (_, expected, decide) => test(expected, () => expect(outcome(decide())).toBe(expected)));

test('a linked ticket is opened again only on its own', () => {
  const closed = [...linked, event('TicketClosed', { code: 'duplicate' })];
  expect(outcome(on(...closed).when(reopenTicket, { reason: 'r' }))).toBe('linked-as-duplicate');
  const again = [...closed, event('DuplicateUnlinked', { reason: 'r' }), event('TicketReopened', { reason: 'r' })];
  expect(on(...again).state).toMatchObject({ status: 'registered' });
  expect(on(...again).state).not.toHaveProperty('closureCode');
});
