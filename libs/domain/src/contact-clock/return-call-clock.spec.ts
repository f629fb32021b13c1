import { describe, expect, test } from '@jest/globals';
import type { RecordedEvent } from '@ledgerline/kernel';
import { policyOf, short, specInstant, specRulebook, type SpecTime } from '../clock/clock-history.js';
import { openDeadlines } from '../clock/open-deadlines.js';
import { stepId } from '../clock/timed-step.js';
import { keepMissedCall, type MissedCall } from './missed-call.js';
import { clocksOfContact, returnCallAttempts } from './return-call-clock.js';

const policy = policyOf([{ clock: 'return-call', within: 'PT2H', calendar: 'default' }], { limits: { returnCallAttempts: 3 } });
const rulebook = specRulebook(policy);
type Step = readonly [SpecTime, string, object?];

function events(...steps: readonly Step[]): readonly RecordedEvent[] {
  return steps.map(([time, type, data = {}], place) => {
    const at = iso(time);
    const meta = { at, recordedAt: at, actor: { kind: 'system', id: 'pbx' }, site: 'main', correlation: 'spec' } as const;
    return { id: `spec.${place + 1}`, version: place + 1, type, schema: 1, data: { person: 'p', ...data }, meta };
  });
}

function iso(time: SpecTime): string {
  return Temporal.Instant.fromEpochMilliseconds(specInstant(time)).toString({ fractionalSecondDigits: 3 });
}

const call = (time: SpecTime, outcome: string, more: object = {}): Step => [
  time,
  'ContactRecorded',
  { channel: 'phone', direction: 'inbound', outcome, occurredAt: iso(time), from: '+8613800138000', ...more },
];
const attempt = (time: SpecTime): Step => [time, 'ReturnCallAttempted', { channel: 'phone', outcome: 'no-answer' }];
const missed = call('03-02 11:00', 'missed');

describe.each<[string, SpecTime, readonly Step[], string]>([
  ['runs from a missed call, over the break at noon', '03-02 14:00', [missed], 'running 03-02 14:30'],
  ['runs from an abandoned one', '03-02 14:00', [call('03-02 11:00', 'abandoned')], 'running 03-02 14:30'],
  ['of a call at night begins with the next shift', '03-03 09:30', [call('03-02 22:00', 'missed')], 'running 03-03 11:00'],
  [
    'starts when the call was, however late it was told of',
    '03-02 16:00',
    [call('03-02 16:00', 'missed', { occurredAt: iso('03-02 09:00') })],
    'breached 03-02 11:00 late 210 min',
  ],
  ['is none of an answered call', '03-02 14:00', [call('03-02 11:00', 'answered')], 'none'],
  ['is none of a call of ours', '03-02 14:00', [call('03-02 11:00', 'missed', { direction: 'outbound' })], 'none'],
  ['is met by the call returned', '03-02 16:00', [missed, ['03-02 14:00', 'CallReturned']], 'met 03-02 14:30 in-time'],
  ['is met late', '03-02 16:00', [missed, ['03-02 15:00', 'CallReturned']], 'met 03-02 14:30 late 30 min'],
  [
    'is met by the last attempt',
    '03-02 16:00',
    [missed, attempt('03-02 11:10'), attempt('03-02 11:20'), attempt('03-02 11:30'), ['03-02 15:00', 'CallReturned']],
    'met 03-02 14:30 in-time',
  ],
  [
    'is not met by fewer',
    '03-02 16:00',
    [missed, attempt('03-02 11:10'), attempt('03-02 11:20')],
    'breached 03-02 14:30 late 90 min',
  ],
])('the clock to call back', (...[name, time, steps, expected]) =>
  test(name, () => {
    const clocks = clocksOfContact(events(...steps), rulebook, specInstant(time));
    expect(short({ clocks, holders: [] }, 'return-call:1')).toBe(expected);
  }),
);

test('without a rule of the policy it does not run; without a limit nothing is used up', () => {
  const none = specRulebook(policyOf([]));
  expect(clocksOfContact(events(missed), none, specInstant('03-02 14:00'))).toEqual([]);
  expect(returnCallAttempts(specInstant('03-02 11:00'), specInstant('03-02 11:00'), none)).toBeUndefined();
});

describe('what time alone brings about on a missed call', () => {
  const chain = policyOf(
    [
      {
        clock: 'return-call',
        within: 'PT2H',
        calendar: 'default',
        warnAt: [0.5],
        escalate: [{ after: 'PT0S', to: 'coordinator', every: 'PT1H' }],
      },
    ],
    { limits: { returnCallAttempts: 3 } },
  );
  const stepsAt = (time: SpecTime, ...history: readonly Step[]) => {
    const call = events(...history).reduce<MissedCall | undefined>(keepMissedCall, undefined);
    if (call === undefined) return [];
    const { steps } = openDeadlines(call.book, specRulebook(chain), specInstant(time));
    const local = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Asia/Shanghai');
    return steps.map((step) => `${stepId(step).split('#')[1]} ${local(step.at).toPlainTime().toString().slice(0, 5)}`);
  };
  const told = (time: SpecTime, type: string, step: string): Step => [
    time,
    type,
    { step: `return-call:1@2026-03-02T06:30:00Z#${step}` },
  ];

  test('is warned of, breached, and escalated again and again', () => {
    expect(stepsAt('03-02 11:00', missed)).toEqual(['warning-0.5 12:00', 'breach 14:30', 'escalation-0 14:30']);
    const warned = told('03-02 12:00', 'ReturnCallWarned', 'warning-0.5');
    const breached = told('03-02 14:31', 'ReturnCallBreached', 'breach');
    const escalated = told('03-02 14:31', 'ReturnCallEscalated', 'escalation-0');
    expect(stepsAt('03-02 14:31', missed, warned, breached, escalated)).toEqual(['escalation-0~1 15:30']);
  });

  test('ends with the call returned, and with the last attempt', () => {
    expect(stepsAt('03-02 11:30', missed, ['03-02 11:30', 'CallReturned'])).toEqual([]);
    const attempts = [attempt('03-02 11:10'), attempt('03-02 11:20'), attempt('03-02 11:30')];
    expect(stepsAt('03-02 11:30', missed, ...attempts)).toEqual([]);
    expect(stepsAt('03-02 11:30', missed, ...attempts.slice(1))).toHaveLength(3);
  });

  test('is nothing of an import, until somebody takes it up', () => {
    const origin = { source: 's', reference: 'r' };
    const [imported, tried] = events(missed, attempt('03-02 16:00'));
    const of = (...history: readonly RecordedEvent[]) => {
      const call = history.reduce<MissedCall | undefined>(keepMissedCall, undefined) as MissedCall;
      return openDeadlines(call.book, specRulebook(chain), specInstant('03-02 16:00')).steps.map(({ kind }) => kind);
    };
    const before = { ...(imported as RecordedEvent), meta: { ...(imported as RecordedEvent).meta, origin } };
    expect(of(before)).toEqual([]);
    expect(of(before, tried as RecordedEvent)).toEqual(['breach', 'escalation']);
  });

  test('begins when the call is told of, where that is later; nobody is warned of what has passed', () => {
    const late = call('03-02 16:00', 'missed', { occurredAt: iso('03-02 09:00') });
    expect(stepsAt('03-02 16:00', late)).toEqual(['breach 16:00', 'escalation-0 16:00']);
  });
});
