import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Policy } from '../policy/policy.js';
import {
  accepted,
  historyOf,
  policyOf,
  quality,
  registered,
  routed,
  specInstant,
  specRulebook,
  type SpecEvent,
} from './clock-history.js';
import { clockBook } from './keep-clock-book.js';
import { openDeadlines } from './open-deadlines.js';
import { stepId } from './timed-step.js';

const shipped = '../../../../services/administration/src/installation/shipped/company-policy.json';
const company = JSON.parse(readFileSync(new URL(shipped, import.meta.url), 'utf8')) as Policy;

/** Steps of one clock that are to come, as `step local time`. */
function stepsOf(instance: string, time: string, policy: Policy, ...history: readonly SpecEvent[]): readonly string[] {
  const book = clockBook(historyOf(...history));
  return openDeadlines(book, specRulebook(policy), specInstant(time))
    .steps.filter((step) => step.instance === instance)
    .map((step) => `${stepId(step).split('#')[1]} ${local(step.at)}`);
}

function local(instant: number): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('Asia/Shanghai');
  return zoned.toString().slice(5, 19).replace('T', ' ');
}

const handleIn3Days = policyOf([
  {
    clock: 'handle', within: 'P3D', calendar: 'default', warnAt: [0.5, 0.8], holds: ['third-party', 'awaiting-caller'],
    escalate: [{ after: 'PT0S', to: 'manager' }, { after: 'PT2H', to: 'leader', every: 'PT1H', until: 'acknowledged' }],
  },
]); // prettier-ignore
const told = (step: string, type: 'DeadlineWarned' | 'DeadlineEscalated' | 'DeadlineBreached', time: string): SpecEvent => [
  time,
  type,
  { step, clock: 'handle', instance: 'handle:1' } as never,
];
const due = '2026-03-05T10:00:00.000Z';

describe('what time alone brings about', () => {
  test('warnings, the breach and the chain, each a moment after it is late', () => {
    expect(stepsOf('handle:1', '03-02 12:00', handleIn3Days, ...accepted)).toEqual([
      'warning-0.5 03-04 09:30:00',
      'warning-0.8 03-05 10:42:00',
      'breach 03-05 18:00:00',
      'escalation-0 03-05 18:00:00',
      'escalation-1 03-06 11:00:00',
    ]);
  });

  test('what was told is not to come; a repeat of the chain is', () => {
    const id = `handle:1@${stepsIdentity()}`;
    const history = [
      ...accepted,
      told(`${id}#warning-0.5`, 'DeadlineWarned', '03-04 09:30'),
      told(`${id}#warning-0.8`, 'DeadlineWarned', '03-05 10:42'),
      told(`${id}#breach`, 'DeadlineBreached', '03-05 18:00'),
      told(`${id}#escalation-0`, 'DeadlineEscalated', '03-05 18:00'),
      told(`${id}#escalation-1`, 'DeadlineEscalated', '03-06 11:00'),
      told(`${id}#escalation-1~1`, 'DeadlineEscalated', '03-06 12:00'),
    ];
    expect(stepsOf('handle:1', '03-06 12:00', handleIn3Days, ...history)).toEqual(['escalation-1~2 03-06 14:30:00']);
  });

  test('a rung until acknowledged ends with an acknowledgement of what is late, and not with an earlier one', () => {
    const urged = (time: string): readonly SpecEvent[] => [
      [time, 'TicketUrged', quality],
      [time, 'UrgeAcknowledged', quality],
    ];
    const rungs = (...history: readonly SpecEvent[]) =>
      stepsOf('handle:1', '03-06 12:00', handleIn3Days, ...accepted, ...history).filter((step) => step.startsWith('escalation'));
    expect(rungs(...urged('03-05 17:59'))).toEqual(['escalation-0 03-05 18:00:00', 'escalation-1 03-06 11:00:00']);
    expect(rungs(...urged('03-06 10:00'))).toEqual(['escalation-0 03-05 18:00:00']);
    const first = told(`handle:1@${stepsIdentity()}#escalation-1`, 'DeadlineEscalated', '03-06 11:00');
    expect(rungs(first)).toEqual(['escalation-0 03-05 18:00:00', 'escalation-1~1 03-06 12:00:00']);
    expect(rungs(first, ...urged('03-06 11:30'))).toEqual(['escalation-0 03-05 18:00:00']);
    expect(rungs(first, ['03-06 11:30', 'UrgencyAcknowledged'])).toEqual(['escalation-0 03-05 18:00:00']);
  });

  test('an extension makes them anew; what was told and is over already is not told again', () => {
    const id = `handle:1@${stepsIdentity()}`;
    const history: readonly SpecEvent[] = [
      ...accepted,
      told(`${id}#warning-0.5`, 'DeadlineWarned', '03-04 09:30'),
      ['03-05 10:00', 'ExtensionRequested', quality],
      ['03-05 15:00', 'ExtensionGranted', { ...quality, by: '2026-03-06T10:00:00Z' }],
    ];
    expect(stepsOf('handle:1', '03-05 15:00', handleIn3Days, ...history)).toEqual([
      'warning-0.8 03-06 09:12:00',
      'breach 03-06 18:00:00',
      'escalation-0 03-06 18:00:00',
      'escalation-1 03-09 11:00:00',
    ]);
  });

  test('one that was never told and is over when the due time changes is told then', () => {
    const history: readonly SpecEvent[] = [
      ...accepted,
      ['03-03 10:00', 'PutOnHold', { ...quality, reason: 'third-party' }],
      ['03-05 12:00', 'HoldEnded', quality],
    ];
    expect(stepsOf('handle:1', '03-05 12:00', handleIn3Days, ...history)[0]).toBe('warning-0.5 03-05 12:00:00');
  });

  test('nothing while a hold lasts, or while the result is under review', () => {
    const held: readonly SpecEvent[] = [...accepted, ['03-03 10:00', 'PutOnHold', { ...quality, reason: 'third-party' }]];
    expect(stepsOf('handle:1', '03-03 10:00', handleIn3Days, ...held)).toEqual([]);
    const submitted: readonly SpecEvent[] = [...accepted, ['03-03 10:00', 'ResultSubmitted', { ...quality, publishable: true }]];
    expect(stepsOf('handle:1', '03-03 10:00', handleIn3Days, ...submitted)).toEqual([]);
  });

  test('a question that nobody answers ends with the policy’s silence', () => {
    const asked: readonly SpecEvent[] = [...accepted, ['03-03 10:00', 'InformationRequested', quality]];
    expect(stepsOf('handle:1', '03-03 10:00', handleIn3Days, ...asked)).toEqual(['silence 03-10 18:00:00']);
    const over: readonly SpecEvent[] = [...asked, ['03-10 18:00', 'CallerFellSilent', { ...quality, step: 's' }]];
    expect(stepsOf('handle:1', '03-10 18:00', handleIn3Days, ...over)).not.toContain('silence 03-10 18:00:00');
  });

  test('an extension that nobody decides on is refused at the deadline', () => {
    const asked: readonly SpecEvent[] = [...accepted, ['03-05 10:00', 'ExtensionRequested', quality]];
    expect(stepsOf('handle:1', '03-05 10:00', handleIn3Days, ...asked)).toContain('extension 03-05 18:00:00');
  });

  test('an unused request to return lapses without a word', () => {
    const policy = policyOf([
      { clock: 'return-request', within: 'PT4H', calendar: 'default', escalate: [{ after: 'PT0S', to: 'manager' }] },
    ]);
    expect(stepsOf('return-request:1', '03-02 10:00', policy, ...routed)).toEqual([]);
  });

  test('the executives are told at once and reminded; without a rule one after the other', () => {
    const urgent: SpecEvent = ['03-02 03:00', 'TicketRegistered', { level: 'urgent' }];
    const alert = (step: string, time: string): SpecEvent => [
      time,
      'ExecutivesAlerted',
      { step, clock: 'acknowledge-urgent' } as never,
    ];
    const first = alert('acknowledge-urgent:1#alert', '03-02 03:00');
    const steps = (policy: Policy, ...history: readonly SpecEvent[]) =>
      stepsOf('acknowledge-urgent:1', '03-02 03:00', policy, ...history);
    expect(steps(company, urgent)).toEqual([
      'alert 03-02 03:00:00', 'breach 03-02 03:15:00', 'escalation-0 03-02 03:15:00',
    ]); // prettier-ignore
    expect(steps(company, urgent, first)[0]).toBe('alert~1 03-02 03:07:30');
    const reminded = alert('acknowledge-urgent:1#alert~1', '03-02 03:07');
    expect(steps(company, urgent, first, reminded)[0]).toBe('breach 03-02 03:15:00');
    expect(steps(policyOf([]), urgent, first, reminded)).toEqual(['alert~2 03-02 03:20:00']);
    expect(steps(company, urgent, ['03-02 03:05', 'UrgencyAcknowledged'])).toEqual([]);
  });

  test('imported tickets are left alone until somebody takes them up', () => {
    const imported = historyOf(registered, ...accepted.slice(1)).map((event) => ({
      ...event,
      meta: { ...event.meta, origin: { source: 's', reference: 'r' } },
    }));
    const rulebook = specRulebook(handleIn3Days);
    const asOf = specInstant('03-20 10:00');
    expect(openDeadlines(clockBook(imported), rulebook, asOf).steps).toEqual([]);
    const [taken] = historyOf(['03-20 10:00', 'ProgressRecorded', { ...quality, toldCaller: false }]);
    const live = [...imported, { ...(taken as (typeof imported)[number]), version: 4 }];
    expect(openDeadlines(clockBook(live), rulebook, asOf).steps.map(({ key, at }) => `${key.split('#')[1]} ${local(at)}`)).toEqual([
      'breach 03-20 10:00:00', 'escalation-0 03-20 10:00:00', 'escalation-1 03-20 10:00:00',
    ]); // prettier-ignore
  });
});

function stepsIdentity(): string {
  return due.replace('.000Z', 'Z');
}
