import { describe, expect, test } from '@jest/globals';
import type { ClockRule } from '../policy/policy.js';
import { ticketEventDefinitions } from '../ticket/ticket-events.js';
import { clocksAt, historyOf, policyOf, short, type SpecEvent } from './clock-history.js';
import { clockBook, keepClockBook } from './keep-clock-book.js';

const elapsed = (clock: ClockRule['clock'], within: string): ClockRule => ({ clock, within, calendar: 'elapsed' });
const policy = policyOf(
  [
    elapsed('measures-urgent', 'PT30M'), elapsed('acknowledge-urgent', 'PT15M'), elapsed('decide-urgent', 'PT2H'),
    elapsed('hand-down-urgent', 'PT30M'), elapsed('explain-urgent', 'PT4H'), elapsed('resolve', 'P5D'), elapsed('dispatch', 'PT1H'),
    elapsed('handle', 'P3D'), elapsed('survey', 'P2D'), elapsed('review', 'P1D'),
  ],
  { limits: { surveyAttempts: 3 } },
); // prettier-ignore
const quality = { department: 'quality' };
const registered: SpecEvent = ['03-02 09:30', 'TicketRegistered'];
const routed: readonly SpecEvent[] = [
  registered,
  ['03-02 10:00', 'TicketRouted', { lead: 'quality', coHandling: [], by: 'person' }],
];
const raised: readonly SpecEvent[] = [...routed, ['03-02 22:00', 'UrgencyRaised']];
const replied: readonly SpecEvent[] = [...routed, ['03-02 12:00', 'ReplyGiven', { channel: 'phone' }]];

type Row = readonly [name: string, time: string, history: readonly SpecEvent[], expected: Readonly<Record<string, string>>];
const rows: readonly Row[] = [
  ['registering as urgent raises an episode', '03-02 09:40', [['03-02 09:30', 'TicketRegistered', { level: 'urgent' }]], { 'measures-urgent:1': 'running 03-02 10:00', 'acknowledge-urgent:1': 'running 03-02 09:45' }],
  ['raising does, day and night', '03-02 22:10', raised, { 'measures-urgent:1': 'running 03-02 22:30', 'acknowledge-urgent:1': 'running 03-02 22:15', 'decide-urgent:1': 'none' }],
  ['measures meet theirs', '03-02 22:20', [...raised, ['03-02 22:05', 'MeasureRecorded']], { 'measures-urgent:1': 'met 03-02 22:30 in-time', 'acknowledge-urgent:1': 'breached 03-02 22:15 late 5 min' }],
  ['each step starts the next', '03-03 06:00', [...raised, ['03-02 22:20', 'UrgencyAcknowledged'], ['03-02 23:00', 'DecisionRecorded'], ['03-02 23:10', 'DecisionHandedDown', { departments: ['quality'] }], ['03-03 05:10', 'DecisionExplained']], { 'acknowledge-urgent:1': 'met 03-02 22:15 late 5 min', 'decide-urgent:1': 'met 03-03 00:20 in-time', 'hand-down-urgent:1': 'met 03-02 23:30 in-time', 'explain-urgent:1': 'met 03-03 03:10 late 120 min' }],
  ['acknowledged twice, it is decided once', '03-02 23:00', [...raised, ['03-02 22:20', 'UrgencyAcknowledged'], ['03-02 22:30', 'UrgencyAcknowledged']], { 'decide-urgent:1': 'running 03-03 00:20', 'decide-urgent:2': 'none' }],
  ['lowering cancels the episode', '03-02 23:00', [...raised, ['03-02 22:20', 'UrgencyAcknowledged'], ['03-02 22:40', 'UrgencyLowered', { level: 'general' }]], { 'decide-urgent:1': 'cancelled 03-03 00:20', 'measures-urgent:1': 'cancelled 03-02 22:30 late 10 min' }],
  ['raised again, it is another episode', '03-03 08:10', [...raised, ['03-02 22:40', 'UrgencyLowered', { level: 'general' }], ['03-03 08:00', 'UrgencyRaised']], { 'measures-urgent:2': 'running 03-03 08:30' }],
  ['closed and reopened, it is another episode; what was left of the first is cancelled', '03-04 08:10', [...raised, ['03-02 22:20', 'UrgencyAcknowledged'], ['03-03 09:00', 'TicketWithdrawn'], ['03-04 08:00', 'TicketReopened']], { 'measures-urgent:1': 'cancelled 03-02 22:30 late 630 min', 'decide-urgent:1': 'cancelled 03-03 00:20 late 520 min', 'measures-urgent:2': 'running 03-04 08:30', 'acknowledge-urgent:2': 'running 03-04 08:15' }],
  ['replied to and reopened, an episode that nobody has finished goes on', '03-04 08:10', [...raised, ['03-02 22:20', 'UrgencyAcknowledged'], ['03-03 09:00', 'ReplyGiven', { channel: 'phone' }], ['03-04 08:00', 'TicketReopened']], { 'decide-urgent:1': 'breached 03-03 00:20 late 1910 min', 'acknowledge-urgent:2': 'none' }],
  ['reopened after it was lowered, it is calm', '03-04 08:10', [...raised, ['03-02 22:40', 'UrgencyLowered', { level: 'general' }], ['03-03 09:00', 'TicketWithdrawn'], ['03-04 08:00', 'TicketReopened']], { 'measures-urgent:2': 'none' }],
  ['attaching meets dispatch and cancels the episode and what departments do', '03-02 23:00', [...raised, ['03-02 22:10', 'AttachedToEvent', { event: 'p' }]], { 'measures-urgent:1': 'cancelled 03-02 22:30', 'handle:1': 'cancelled 03-05 10:00', 'resolve:1': 'running 03-07 09:30' }],
  ['attaching before dispatch meets it', '03-02 10:00', [registered, ['03-02 09:40', 'AttachedToEvent', { event: 'p' }]], { 'dispatch:1': 'met 03-02 10:30 in-time', 'dispatch:2': 'none', 'resolve:1': 'running 03-07 09:30' }],
  ['detaching starts another', '03-03 10:00', [registered, ['03-02 09:40', 'AttachedToEvent', { event: 'p' }], ['03-03 09:45', 'DetachedFromEvent']], { 'dispatch:2': 'running 03-03 10:45' }],
  ['so do linking and unlinking a duplicate', '03-03 10:00', [...routed, ['03-02 11:00', 'LinkedAsDuplicate', { of: 't2' }], ['03-03 09:45', 'DuplicateUnlinked']], { 'handle:1': 'cancelled 03-05 10:00', 'dispatch:2': 'running 03-03 10:45' }],
  ['a commitment in principle is followed up by its date', '03-09 13:00', [...routed, ['03-02 11:00', 'CommittedInPrinciple', { ...quality, rule: '§ 3', followUpOn: '2026-03-09T04:00:00Z' }]], { 'follow-up:1': 'breached 03-09 12:00 late 60 min' }],
  ['and met by it', '03-09 13:00', [...routed, ['03-02 11:00', 'CommittedInPrinciple', { ...quality, rule: '§ 3', followUpOn: '2026-03-09T04:00:00Z' }], ['03-09 11:00', 'FollowedUp']], { 'follow-up:1': 'met 03-09 12:00 in-time' }],
  ['a supervision order is answered by its date', '03-04 10:00', [...routed, ['03-02 11:00', 'SupervisionOrdered', { ...quality, reportBy: '2026-03-04T01:00:00Z' }], ['03-04 10:00', 'SupervisionAnswered', quality]], { 'supervision:1': 'met 03-04 09:00 late 60 min' }],
  ['a survey is met by what the caller says', '03-03 10:00', [...replied, ['03-03 09:00', 'SurveyRecorded', { outcome: 5, service: 5, timeliness: 4 }]], { 'survey:1': 'met 03-04 12:00 in-time' }],
  ['or by the last attempt that the policy asks for', '03-05 10:00', [...replied, ['03-02 15:00', 'ContactAttempted', { purpose: 'survey' }], ['03-03 10:00', 'ContactAttempted', { purpose: 'survey' }], ['03-03 16:00', 'ContactAttempted', { purpose: 'survey' }]], { 'survey:1': 'met 03-04 12:00 in-time' }],
  ['not by fewer, nor by those to reply', '03-05 10:00', [...replied, ['03-02 15:00', 'ContactAttempted', { purpose: 'survey' }], ['03-03 10:00', 'ContactAttempted', { purpose: 'reply' }], ['03-03 16:00', 'ContactAttempted', { purpose: 'survey' }]], { 'survey:1': 'breached 03-04 12:00 late 1320 min' }],
  ['a reply before approval has the review run from the reply', '03-02 15:00', [...raised.slice(0, 2), ['03-02 11:00', 'PartAccepted', quality], ['03-02 12:00', 'ResultSubmitted', { ...quality, publishable: true }], ['03-02 14:00', 'ReplyGiven', { channel: 'phone' }]], { 'review:1': 'cancelled 03-03 12:00', 'review:2': 'running 03-03 14:00' }],
  ['approved after the reply, a result is neither checked nor replied to again', '03-02 15:00', [...raised.slice(0, 2), ['03-02 11:00', 'PartAccepted', quality], ['03-02 12:00', 'ResultSubmitted', { ...quality, publishable: true }], ['03-02 14:00', 'ReplyGiven', { channel: 'phone' }], ['03-02 14:30', 'PartApproved', quality]], { 'handle:1': 'met 03-05 10:00 in-time', 'review:2': 'met 03-03 14:00 in-time', 'check:1': 'none', 'reply:1': 'none' }],
]; // prettier-ignore

describe('urgent episodes, parents and duplicates, appointments and surveys', () => {
  test.each(rows)('%s', (...row) => {
    const [, time, history, expected] = row;
    const deadlines = clocksAt(time, policy, ...history);
    expect(Object.fromEntries(Object.keys(expected).map((instance) => [instance, short(deadlines, instance)]))).toEqual(expected);
  });
});

test('a date that a person named explains itself without a rule', () => {
  const history: readonly SpecEvent[] = [
    ...routed,
    ['03-02 11:00', 'CommittedInPrinciple', { ...quality, followUpOn: '2026-03-09T04:00:00Z' }],
  ];
  const clock = clocksAt('03-09 10:00', policy, ...history).clocks.find(({ instance }) => instance === 'follow-up:1');
  expect(clock?.explanation).toMatchObject({
    policy: { rule: null },
    within: null,
    zh: '承诺跟进：约定日期 2026-03-09 04:00（UTC）。',
  });
});

/** Events that move no clock, whatever the ticket is at: what is not here has to. */
const silent = [
  'HandlerAssigned', 'ActivityImported', 'ExtensionEndorsed', 'GuidanceGiven', 'SpotCheckMade', 'OverdueReported', 'ProposalOutcomeTold', 'DelayExplained',
  'DeadlineWarned', 'DeadlineBreached', 'DeadlineEscalated', 'ExecutivesAlerted', 'TicketArchived', 'SurveySent',
  'RevealRequested', 'RevealGranted', 'ResultPublished', 'PublicationWithdrawn',
  'ChildAttached', 'ChildDetached', 'ChildRefused', 'DuplicateNoted', 'DuplicateReleased', 'DuplicateRefused', 'MessageShared', 'ReplyToAllOrdered', 'ContactJoined', 'MailUndelivered',
]; // prettier-ignore

test('every event of a ticket moves some clock, or is known not to', () => {
  const data: Record<string, object> = {
    TicketRouted: { lead: 'logistics', coHandling: [], by: 'person' }, TicketDesignated: { lead: 'logistics' }, TicketReclassified: { level: 'important', kind: 'complaint', item: 'fault' },
    UrgencyLowered: { level: 'general' }, MessageAdded: { from: 'caller' }, DuplicateMessageNoted: { from: 'caller' }, ProgressRecorded: { ...quality, toldCaller: true }, ContactAttempted: { purpose: 'survey' },
    PutOnHold: { ...quality, reason: 'third-party' }, ExtensionGranted: { ...quality, by: '2026-03-20T10:00:00Z' }, CommittedInPrinciple: { ...quality, followUpOn: '2026-03-20T10:00:00Z' },
    SupervisionOrdered: { ...quality, reportBy: '2026-03-20T10:00:00Z' }, TicketClosed: { code: 'resolved' },
  }; // prettier-ignore
  const pasts: readonly (readonly SpecEvent[])[] = [
    [registered],
    routed,
    raised,
    [...raised, ['03-02 22:20', 'UrgencyAcknowledged']],
    [...raised, ['03-02 22:20', 'UrgencyAcknowledged'], ['03-02 22:30', 'DecisionRecorded']],
    [...raised, ['03-02 22:20', 'UrgencyAcknowledged'], ['03-02 22:30', 'DecisionRecorded'], ['03-02 22:40', 'DecisionHandedDown']],
    [...routed, ['03-02 11:00', 'PartAccepted', quality], ['03-02 12:00', 'InformationRequested', quality], ['03-02 12:00', 'PutOnHold', { ...quality, reason: 'third-party' }], ['03-02 12:00', 'TicketUrged', quality], ['03-02 12:00', 'ReturnRequested', quality], ['03-02 12:00', 'ExtensionRequested', quality]],
    [...routed, ['03-02 11:00', 'PartAccepted', quality], ['03-02 12:00', 'ResultSubmitted', quality]],
    [...routed, ['03-02 11:00', 'PartAccepted', quality], ['03-02 12:00', 'ResultSubmitted', quality], ['03-02 12:00', 'PartApproved', quality]],
    [...routed, ['03-02 11:00', 'CommittedInPrinciple', { ...quality, followUpOn: '2026-03-20T10:00:00Z' }], ['03-02 11:00', 'SupervisionOrdered', { ...quality, reportBy: '2026-03-20T10:00:00Z' }]],
    replied,
    [registered, ['03-02 12:00', 'AttachedToEvent', { event: 'p' }]],
    [...replied, ['03-02 13:00', 'TicketClosed', { code: 'resolved' }]],
  ]; // prettier-ignore
  const unmoved = ticketEventDefinitions
    .map(({ type }) => type)
    .filter((type) =>
      pasts.every((past) => {
        const before = clockBook(historyOf(...past));
        const [, event] = historyOf(registered, [
          '03-03 09:00',
          type,
          data[type] ?? { ...quality, step: 's' },
        ] as unknown as SpecEvent);
        const after = keepClockBook(before, event as never);
        return (
          JSON.stringify([after.runs, after.holds, after.facts]) === JSON.stringify([before.runs, before.holds, before.facts])
        );
      }),
    );
  expect(unmoved.toSorted()).toEqual(silent.toSorted());
});
