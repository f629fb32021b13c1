import { describe, expect, test } from '@jest/globals';
import type { RecordedEvent } from '@ledgerline/kernel';
import { policyOf, short, specInstant, specRulebook, type SpecTime } from '../clock/clock-history.js';
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
