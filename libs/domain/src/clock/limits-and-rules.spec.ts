import { describe, expect, test } from '@jest/globals';
import type { ClockRule } from '../policy/policy.js';
import {
  accepted, clocksAt, documentOf, historyOf, policyOf, quality, registered, short, specCalendar, specInstant, submitted, two,
  type SpecEvent,
} from './clock-history.js'; // prettier-ignore
import { clocksOfTicket } from './clocks-of-ticket.js';
import { rulebookOf } from './rulebook.js';

describe('a limit in hours', () => {
  const rule: ClockRule = { clock: 'handle', within: 'PT16H', calendar: 'default', holds: ['third-party'] };
  const hold = (from: string, to: string): readonly SpecEvent[] => [
    [from, 'PutOnHold', { ...quality, reason: 'third-party' }],
    [to, 'HoldEnded', quality],
  ];
  test.each<[string, readonly SpecEvent[], string]>([
    ['without a hold', [], 'running 03-04 11:00'],
    ['moves by exactly the working time held', hold('03-03 11:00', '03-03 15:00'), 'running 03-04 15:00'],
    ['moves by nothing outside working hours', hold('03-03 18:00', '03-04 09:00'), 'running 03-04 11:00'],
    [
      'moves by review and check as by holds',
      [
        ['03-03 11:00', 'ResultSubmitted', quality],
        ['03-03 15:00', 'PartSentBack', quality],
      ],
      'running 03-04 15:00',
    ],
    [
      'is set by an extension',
      [['03-03 11:00', 'ExtensionGranted', { ...quality, by: '2026-03-05T02:00:00Z' }]],
      'running 03-05 10:00',
    ],
    [
      'of which the rest of a hold moves the new time',
      [
        ...hold('03-03 11:00', '03-03 15:00').slice(0, 1),
        ['03-03 14:00', 'ExtensionGranted', { ...quality, by: '2026-03-05T02:00:00Z' }],
        ...hold('03-03 11:00', '03-03 15:00').slice(1),
      ],
      'running 03-05 11:00',
    ],
  ])('%s', (_, more, expected) => {
    expect(short(clocksAt('03-03 16:00', policyOf([rule]), ...accepted, ...more), 'handle:1')).toBe(expected);
  });

  test('in elapsed time a day is 24 hours and holds move by what passes', () => {
    const elapsed = policyOf([{ ...rule, within: 'P1D', calendar: 'elapsed' }]);
    expect(short(clocksAt('03-03 09:00', elapsed, ...accepted), 'handle:1')).toBe('running 03-03 10:00');
    expect(short(clocksAt('03-03 09:00', elapsed, ...accepted, ...hold('03-02 18:00', '03-02 23:30')), 'handle:1')).toBe(
      'running 03-03 15:30',
    );
  });
});

test('a share of another limit is, before a raise to urgent, a share of what that limit was then', () => {
  const general = { level: 'general' } as const;
  const policy = policyOf([
    { clock: 'handle', when: general, within: 'PT10H', calendar: 'default' },
    { clock: 'handle', when: { level: 'urgent' }, within: 'PT20H', calendar: 'elapsed' },
    { clock: 'interim-feedback', within: { of: 'handle', fraction: 0.5 }, calendar: 'default' },
  ]);
  const raised: SpecEvent = ['03-02 14:00', 'UrgencyRaised'];
  const lowered: SpecEvent = ['03-02 14:30', 'UrgencyLowered', general];
  const interim = (...more: readonly SpecEvent[]) =>
    short(clocksAt('03-02 15:00', policy, ...accepted, ...more), 'interim-feedback:1');
  expect(interim()).toBe('running 03-02 16:30');
  expect(interim(raised)).toBe('running 03-02 16:30');
  expect(interim(raised, lowered)).toBe('running 03-02 16:30');
});

test('what is due after the last year that its calendar names holidays of says so', () => {
  const policy = policyOf([{ clock: 'resolve', within: 'P5D', calendar: 'default' }]);
  const explained = (...holidays: readonly string[]) => {
    const calendar = documentOf('default', 'calendar', [
      '2025-01-01T00:00:00Z',
      '2025-01-01T00:00:00Z',
      { ...specCalendar, holidays },
    ]);
    const written = documentOf('company', 'policy', ['2025-01-01T00:00:00Z', '2025-01-01T00:00:00Z', policy]);
    const rulebook = rulebookOf([written], new Map([['default', calendar]]));
    return clocksOfTicket(historyOf(registered), rulebook, specInstant('03-02 10:00')).clocks[0]?.explanation;
  };
  expect(explained('2025-10-01')).toMatchObject({
    zh: expect.stringMatching(/到期 2026-03-09 18:00。日历未列 2025 年以后的节假日/),
    en: expect.stringMatching(/due 2026-03-09 18:00\. The calendar names no holidays after 2025; /),
  });
  expect(explained('2026-01-01')?.en).toMatch(/due 2026-03-09 18:00\.$/);
});

describe('a policy', () => {
  test('has rules for a site, also of tickets that another one registered for it', () => {
    const resolve: ClockRule = { clock: 'resolve', within: 'PT1H', calendar: 'elapsed' };
    const policy = policyOf([resolve, { ...resolve, when: { site: 'north' }, within: 'PT2H' }]);
    const registered = (data: object): SpecEvent => ['03-02 09:30', 'TicketRegistered', data];
    expect(short(clocksAt('03-02 10:00', policy, registered({})), 'resolve:1')).toBe('running 03-02 10:30');
    expect(short(clocksAt('03-02 10:00', policy, registered({ site: 'north' })), 'resolve:1')).toBe('running 03-02 11:30');
  });

  test('without a rule starts no clock', () => {
    expect(clocksAt('03-03 10:00', policyOf([]), ...accepted).clocks).toEqual([]);
  });

  test('without a check of results has no check, and the verdict comes with the approval', () => {
    const clocks: readonly ClockRule[] = (['handle', 'check', 'reply'] as const).map((clock) => ({
      clock,
      within: 'P3D',
      calendar: 'default',
    }));
    const unchecked = policyOf(clocks, { checkResults: false });
    const history: readonly SpecEvent[] = [
      ...submitted('03-04 10:00'),
      ['03-04 14:00', 'PartApproved', { ...quality, unchecked: true }],
    ];
    const deadlines = clocksAt('03-04 15:00', unchecked, ...history);
    expect(['handle:1', 'check:1', 'reply:1'].map((instance) => short(deadlines, instance))).toEqual([
      'met 03-05 18:00 in-time',
      'none',
      'running 03-09 18:00',
    ]);
  });

  test('has its most specific rule win', () => {
    const rule: ClockRule = { clock: 'handle', within: 'P3D', calendar: 'default' };
    const policy = policyOf([
      { ...rule, when: { kind: 'complaint' }, within: 'P4D' },
      rule,
      { ...rule, when: { kind: 'complaint', department: 'quality', level: 'general' }, within: 'P6D' },
      { ...rule, when: { kind: 'complaint', department: 'quality' }, within: 'P5D' },
      { ...rule, when: { kind: 'praise', department: 'quality', level: 'general', channel: 'phone' }, within: 'P1D' },
    ]);
    const clock = clocksAt('03-02 12:00', policy, ...two).clocks;
    expect(clock.map(({ explanation }) => explanation.policy.rule)).toEqual([2, 0]);
  });
});
