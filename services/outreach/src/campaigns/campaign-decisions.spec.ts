import { describe, expect, test } from '@jest/globals';
import {
  campaignFold,
  compileCalendar,
  listedCallFold,
  type Campaign,
  type CampaignEvent,
  type ListedCallEvent,
  type ListedCallEvents,
  type Script,
} from '@ledgerline/domain';
import type { DomainEvent, Rejection } from '@ledgerline/kernel';
import { actorOf, given, specTime } from '@ledgerline/kernel/contracts';
import type { GovernedCampaign } from './campaign-of.js';
import { listCall } from './list-calls/list-call.decision.js';
import { openCampaign } from './open-campaign/open-campaign.decision.js';
import { giveBackCall } from './record-attempt/give-back-call.decision.js';
import { recordCallAttempt } from './record-attempt/record-attempt.decision.js';
import { changeCampaign, endCampaign, pauseCampaign, resumeCampaign } from './run-campaign/run-campaign.decision.js';
import { takeCall } from './take-call/take-call.decision.js';

const agent = actorOf(['agent'], ['call-centre'], 'a1');
const other = actorOf(['agent'], ['call-centre'], 'a2');
const [reason, person] = ['because', 'p'];
const period = { from: '2026-03-01T00:00:00.000Z', until: '2026-03-31T00:00:00.000Z' };
const attempts = { most: 3, aDay: 1, hoursApart: 3 };
const opened: CampaignEvent = {
  type: 'CampaignOpened',
  data: { person, title: 't', purpose: 'other', ...period, attempts, calendar: 'default', script: 's', draft: 1 },
};
const changed = (type: 'CampaignPaused' | 'CampaignEnded'): CampaignEvent => ({ type, data: { person, reason } });
const onCampaign = (...history: readonly CampaignEvent[]) => given(campaignFold, ...history);

/** `specTime` is Monday, 2 March 2026, 09:00 in Shanghai. */
const calendar = compileCalendar({
  code: 'c',
  timeZone: 'Asia/Shanghai',
  week: { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']] },
});
const script: Script = {
  code: 's',
  effectiveFrom: period.from,
  title: 't',
  questions: [
    { id: 'happy', type: 'yes-no', text: '?' },
    { id: 'words', type: 'text', text: '?', optional: true },
  ],
};
const governed: GovernedCampaign = { id: 'c1', campaign: onCampaign(opened).state as Campaign, version: 1, script, calendar };
const allowed = { asked: 'k1', customer: 'k1', person, phone: '+8613800138000' };

const listed: ListedCallEvent = { type: 'CallListed', data: { person, campaign: 'c1', customer: 'k1', source: 'customers' } };
const takenUntil = (until: string): ListedCallEvent => ({ type: 'CallTaken', data: { until } });
const taken = takenUntil('2026-03-02T01:30:00.000Z');
const attempted = (data: Omit<ListedCallEvents['CallAttempted'], 'person'>): ListedCallEvent => ({
  type: 'CallAttempted',
  data: { person, ...data },
});
const on = (...history: readonly ListedCallEvent[]) => given(listedCallFold, ...history);
/** The spec's history is by the system: so is what is taken in it. */
const holder = actorOf(['agent'], ['call-centre'], 'somebody');
const record = (body: object, ...history: readonly ListedCallEvent[]) =>
  on(listed, taken, ...history).when(recordCallAttempt(governed), body as never, holder);

const outcome = (decided: readonly DomainEvent[] | Rejection) =>
  Array.isArray(decided) ? decided.map(({ type }) => type).join(' ') : (decided as Rejection).rejection;

describe('a campaign', () => {
  const opening = { title: 't', purpose: 'other' as const, script: 's', ...period };
  const open = openCampaign({ person, draft: 3, calendar: 'default' });
  test.each<[string, string, () => readonly DomainEvent[] | Rejection]>([
    ['is opened', 'CampaignOpened', () => onCampaign().when(open, opening)],
    ['once', 'campaign-exists', () => onCampaign(opened).when(open, opening)],
    ['for some time', 'period-is-over', () => onCampaign().when(open, { ...opening, until: period.from })],
    ['that is not over', 'period-is-over', () => onCampaign().when(open, { ...opening, from: '2026-01-01T00:00:00Z', until: '2026-02-01T00:00:00Z' })],
    ['nor endless', 'period-too-long', () => onCampaign().when(open, { ...opening, until: '2027-06-01T00:00:00Z' })],
    ['goes on longer', 'CampaignChanged', () => onCampaign(opened).when(changeCampaign, { until: '2026-04-30T00:00:00Z', reason })],
    ['in some way', 'nothing-to-change', () => onCampaign(opened).when(changeCampaign, { reason })],
    ['and not into the past', 'period-is-over', () => onCampaign(opened).when(changeCampaign, { until: '2026-03-01T12:00:00Z', reason })],
    ['is paused', 'CampaignPaused', () => onCampaign(opened).when(pauseCampaign, { reason })],
    ['once', 'campaign-is-paused', () => onCampaign(opened, changed('CampaignPaused')).when(pauseCampaign, { reason })],
    ['goes on', 'CampaignResumed', () => onCampaign(opened, changed('CampaignPaused')).when(resumeCampaign, { reason })],
    ['where it was paused', 'campaign-not-paused', () => onCampaign(opened).when(resumeCampaign, { reason })],
    ['ends', 'CampaignEnded', () => onCampaign(opened).when(endCampaign, { reason })],
    ['for good', 'campaign-has-ended', () => onCampaign(opened, changed('CampaignEnded')).when(resumeCampaign, { reason })],
    ['that is none takes nothing', 'campaign-not-found', () => onCampaign().when(endCampaign, { reason })],
  ])('%s: %s', (_, expected, decide) => expect(outcome(decide())).toBe(expected)); // prettier-ignore

  test('keeps the version of the script that was in force', () => {
    expect(onCampaign().when(open, opening)).toMatchObject([{ data: { script: 's', draft: 3, attempts: { most: 3 } } }]);
  });
});

describe('a call', () => {
  const listing = { campaign: 'c1', source: 'customers' as const };
  const take = takeCall(governed, allowed);
  test.each<[string, string, () => readonly DomainEvent[] | Rejection]>([
    ['is listed', 'CallListed', () => on().when(listCall(allowed, listing), {})],
    ['once', 'already-listed', () => on(listed).when(listCall(allowed, listing), {})],
    ['of whoever may be called', 'customer-restricted', () => on().when(listCall({ ...allowed, bar: 'customer-restricted' }, listing), {})],
    ['is taken', 'CallTaken', () => on(listed).when(take, {}, agent)],
    ['by one agent', 'call-is-taken', () => on(listed, taken).when(take, {}, other)],
    ['until they let go of it', 'CallTaken', () => on(listed, takenUntil('2026-03-02T00:59:59.000Z')).when(take, {}, other)],
    ['or give it back', 'CallTaken', () => on(listed, taken, { type: 'CallGivenBack', data: {} }).when(take, {}, other)],
    ['when it is due', 'call-not-due', () => on(listed, attempted({ outcome: 'busy', nextAt: '2026-03-03T01:00:00.000Z' })).when(take, {}, agent)],
    ['of this campaign', 'call-not-found', () => on(listed).when(takeCall({ ...governed, id: 'c2' }, allowed), {}, agent)],
    ['not at an hour that was tried', 'tried-at-this-hour', () => on(listed, attempted({ outcome: 'busy', nextAt: specTime })).when(take, {}, agent)],
    ['but as it was agreed', 'CallTaken', () => on(listed, attempted({ outcome: 'busy', nextAt: specTime }), attempted({ outcome: 'call-later', nextAt: specTime })).when(take, {}, agent)],
    ['never of whoever may not be called any more', 'CallBarred', () => on(listed).when(takeCall(governed, { ...allowed, bar: 'customer-restricted' }), {}, agent)],
    ['nor of whoever is gone', 'CallBarred', () => on(listed).when(takeCall(governed, undefined), {}, agent)],
    ['nor twice of one who was two', 'CallBarred', () => on(listed).when(takeCall(governed, { ...allowed, customer: 'k2' }), {}, agent)],
    ['that is barred is over', 'call-is-over', () => on(listed, { type: 'CallBarred', data: { why: 'x' } }).when(take, {}, agent)],
    ['is given back by whoever has it', 'CallGivenBack', () => on(listed, taken).when(giveBackCall, { campaign: 'c1' }, holder)],
    ['in its campaign', 'call-not-found', () => on(listed, taken).when(giveBackCall, { campaign: 'c2' }, holder)],
    ['and by nobody else', 'call-not-on-hand', () => on(listed, taken).when(giveBackCall, { campaign: 'c1' }, agent)],
  ])('%s: %s', (_, expected, decide) => expect(outcome(decide())).toBe(expected)); // prettier-ignore

  type Case = readonly [string, string, object, (readonly ListedCallEvent[])?];
  const lunch = '2026-03-02T11:00:00.000Z';
  test.each([
    ['is answered', 'CallAttempted CallAnswered', { outcome: 'reached', answers: { happy: true } }],
    ['as the script has it', 'answers-do-not-fit', { outcome: 'reached', answers: { happy: 'yes' } }],
    ['whole', 'answers-do-not-fit', { outcome: 'reached' }],
    ['by whoever is there', 'answers-without-reaching', { outcome: 'busy', answers: { happy: true } }],
    ['is refused', 'CallAttempted', { outcome: 'refused' }],
    ['for ever', 'CallAttempted NoFurtherCallsAsked', { outcome: 'refused', doNotCall: true }],
    ['or after the answers', 'CallAttempted CallAnswered NoFurtherCallsAsked', { outcome: 'reached', answers: { happy: false }, doNotCall: true }],
    ['which nobody says who is not there', 'do-not-call-ends-it', { outcome: 'no-answer', doNotCall: true }],
    ['is put off', 'CallAttempted', { outcome: 'call-later', appointment: '2026-03-03T09:30:00+08:00' }],
    ['to some time', 'appointment-required', { outcome: 'call-later' }],
    ['at which one may call', 'outside-permitted-hours', { outcome: 'call-later', appointment: lunch }],
    ['within the campaign', 'appointment-out-of-time', { outcome: 'call-later', appointment: '2026-03-31T09:30:00+08:00' }],
    ['not for ever', 'too-many-appointments', { outcome: 'call-later', appointment: '2026-03-03T09:30:00+08:00' }, Array.from({ length: 5 }, () => [attempted({ outcome: 'call-later', nextAt: specTime }), taken]).flat()],
    ['is over when it is answered', 'call-is-over', { outcome: 'busy' }, [attempted({ outcome: 'reached', ends: 'answered' }), taken]],
  ] as readonly Case[])('%s: %s', (_, expected, body, history = []) => expect(outcome(record(body, ...history))).toBe(expected)); // prettier-ignore

  test('is recorded by whoever has it before them', () => {
    expect(outcome(on(listed, taken).when(recordCallAttempt(governed), { outcome: 'busy' }, agent))).toBe('call-not-on-hand');
    expect(outcome(on(listed).when(recordCallAttempt(governed), { outcome: 'busy' }, agent))).toBe('call-not-on-hand');
    const late = on(listed, takenUntil('2026-03-02T00:59:59.000Z'));
    expect(outcome(late.when(recordCallAttempt(governed), { outcome: 'busy' }, holder))).toBe('CallAttempted');
  });

  test('at which nobody is there is made again, on another day, until there were enough', () => {
    expect(record({ outcome: 'no-answer' })).toMatchObject([{ data: { nextAt: '2026-03-03T02:00:00.000Z' } }]);
    const twice = [1, 2].flatMap(() => [attempted({ outcome: 'busy', nextAt: specTime }), taken]);
    expect(record({ outcome: 'no-answer' }, ...twice)).toMatchObject([{ data: { ends: 'unreachable' } }]);
  });

  test('keeps words with the person and counts the rest', () => {
    const decided = record({ outcome: 'reached', answers: { happy: true, words: 'very' } });
    expect(decided).toMatchObject([{}, { data: { person, answers: { happy: true }, said: { words: 'very' } } }]);
  });
});
