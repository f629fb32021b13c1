import { describe, expect, test } from '@jest/globals';
import type { Calendar } from '../calendar/calendar.js';
import type { ClockRule } from '../policy/policy.js';
import {
  clocksAt,
  documentOf,
  historyOf,
  policyOf,
  specCalendar,
  specInstant,
  specRulebook,
  type SpecEvent,
} from './clock-history.js';
import { clocksOfTicket } from './clocks-of-ticket.js';
import { rulebookOf } from './rulebook.js';

const quality = { department: 'quality' };
const handling: readonly SpecEvent[] = [
  ['03-02 09:30', 'TicketRegistered'],
  ['03-02 10:00', 'TicketRouted', { lead: 'quality', coHandling: [], by: 'person' }],
  ['03-02 11:00', 'PartAccepted', quality],
];
const handle: ClockRule = {
  clock: 'handle',
  within: 'P3D',
  calendar: 'default',
  warnAt: [0.5, 0.8],
  holds: ['awaiting-caller', 'third-party'],
  escalate: [
    { after: 'PT0S', to: 'manager' },
    { after: 'PT1H', to: 'coordinator' },
    { after: 'P1D', to: 'leader', every: 'P1D', until: 'met' },
  ],
};
const clockOf = (time: string, rule: ClockRule, ...more: readonly SpecEvent[]) => {
  const [clock] = clocksAt(time, policyOf([rule]), ...handling, ...more).clocks;
  if (clock === undefined) throw new Error('no clock');
  return clock;
};

describe('warnings and escalations', () => {
  test('are fractions of the working time to the due time, and counted from it on the clock’s calendar', () => {
    expect(clockOf('03-02 12:00', handle).steps).toEqual([
      // 29 working hours from Monday 10:00 to Thursday 18:00.
      { id: 'handle:1@2026-03-05T10:00:00Z#warning-0.5', step: 'warning', at: '2026-03-04T01:30:00Z', fraction: 0.5 },
      { id: 'handle:1@2026-03-05T10:00:00Z#warning-0.8', step: 'warning', at: '2026-03-05T02:42:00Z', fraction: 0.8 },
      { id: 'handle:1@2026-03-05T10:00:00Z#escalation-0', step: 'escalation', at: '2026-03-05T10:00:00Z', to: 'manager' },
      { id: 'handle:1@2026-03-05T10:00:00Z#escalation-1', step: 'escalation', at: '2026-03-06T02:00:00Z', to: 'coordinator' },
      {
        id: 'handle:1@2026-03-05T10:00:00Z#escalation-2',
        step: 'escalation',
        at: '2026-03-06T10:00:00Z',
        to: 'leader',
        every: 'P1D',
        until: 'met',
      },
    ]);
  });

  test('are others after an extension, and the same when asked again', () => {
    const extension: SpecEvent = ['03-04 15:00', 'ExtensionGranted', { ...quality, by: '2026-03-09T10:00:00Z' }];
    const [before, after, again] = [
      clockOf('03-04 12:00', handle),
      clockOf('03-05 12:00', handle, extension),
      clockOf('03-06 12:00', handle, extension),
    ];
    const ids = (clock: typeof before) => clock.steps.map(({ id }) => id);
    expect(ids(after).filter((id) => ids(before).includes(id))).toEqual([]);
    expect(ids(again)).toEqual(ids(after));
    expect(after.steps[0]).toMatchObject({ fraction: 0.5, at: '2026-03-05T01:30:00Z' });
  });

  test('of a clock that was met in time are those that came before', () => {
    const done = clockOf(
      '03-09 12:00',
      handle,
      ['03-05 11:00', 'ResultSubmitted', { ...quality, publishable: true }],
      ['03-05 12:00', 'PartApproved', quality],
      ['03-06 12:00', 'ResultAccepted'],
    );
    expect(done.steps.map(({ id }) => id.split('#')[1])).toEqual(['warning-0.5', 'warning-0.8']);
  });

  test('count in elapsed time where the clock does', () => {
    const urgent: ClockRule = {
      ...handle,
      within: 'PT20H',
      calendar: 'elapsed',
      warnAt: [0.5],
      escalate: [{ after: 'PT10M', to: 'duty-executive' }],
    };
    expect(clockOf('03-02 12:00', urgent).steps.map(({ at }) => at)).toEqual(['2026-03-02T12:00:00Z', '2026-03-02T22:10:00Z']);
  });
});

describe('time by holder', () => {
  const resolve: ClockRule = { clock: 'resolve', within: 'P5D', calendar: 'default', holds: ['awaiting-caller', 'third-party'] };
  const story: readonly SpecEvent[] = [
    ...handling,
    ['03-02 15:00', 'InformationRequested', quality],
    ['03-03 10:00', 'InformationReceived'],
    ['03-03 11:00', 'PutOnHold', { ...quality, reason: 'third-party' }],
    ['03-03 14:30', 'HoldEnded', quality],
    ['03-03 16:00', 'ResultSubmitted', { ...quality, publishable: true }],
    ['03-04 09:30', 'PartApproved', quality],
    ['03-04 10:00', 'ResultAccepted'],
    ['03-04 11:00', 'ReplyGiven', { channel: 'phone' }],
  ];

  test('has one holder at each instant, and the parts add up to the whole', () => {
    const [time] = clocksAt('03-09 12:00', policyOf([resolve]), ...story).holders;
    const hours = time?.parts.map(({ holder, workingSeconds, elapsedSeconds }) => [
      'department' in holder ? `${holder.who} ${holder.department}` : holder.who,
      workingSeconds / 3_600,
      elapsedSeconds / 3_600,
    ]);
    expect(hours).toEqual([
      ['call-centre', 2, 2],
      ['lead quality', 6, 7.5],
      ['caller', 4, 19],
      ['third-party', 2, 3.5],
      ['manager quality', 2.5, 17.5],
    ]);
    expect(time?.whole).toEqual({ workingSeconds: 16.5 * 3_600, elapsedSeconds: 49.5 * 3_600 });
  });

  test('who held it how long stays visible over returns, by department', () => {
    const returned = (department: string) => ['ReturnGranted', { department }] as const;
    const [time] = clocksAt(
      '03-02 18:00',
      policyOf([resolve]),
      ['03-02 09:00', 'TicketRegistered'],
      ['03-02 10:00', 'TicketRouted', { lead: 'quality', coHandling: [], by: 'person' }],
      ['03-02 11:00', ...returned('quality')],
      ['03-02 11:30', 'TicketRouted', { lead: 'logistics', coHandling: [], by: 'person' }],
      ['03-02 14:30', ...returned('logistics')],
      ['03-02 15:00', 'TicketDesignated', { lead: 'quality' }],
      ['03-02 17:00', 'PartAccepted', { department: 'quality' }],
    ).holders;
    expect(time?.parts.map(({ holder, workingSeconds }) => [Object.values(holder).join(' '), workingSeconds / 3_600])).toEqual([
      ['call-centre', 2],
      ['lead quality', 4],
      ['lead logistics', 1.5],
    ]);
  });

  test('a department’s own time stands on its handle, without what stood still', () => {
    const clock = clocksAt('03-09 12:00', policyOf([handle]), ...story).clocks[0];
    expect(clock?.workedSeconds).toBe(6 * 3_600);
  });
});

test('a clock explains itself: policy, calendar, holds and extensions', () => {
  const { explanation } = clockOf(
    '03-10 12:00',
    handle,
    ['03-03 10:00', 'PutOnHold', { ...quality, reason: 'third-party' }],
    ['03-04 10:00', 'HoldEnded', quality],
    ['03-05 15:00', 'ExtensionGranted', { ...quality, by: '2026-03-10T10:00:00Z' }],
  );
  expect(explanation).toMatchObject({
    policy: { code: 'company', version: 1, rule: 0 },
    calendar: { code: 'default', version: 1, timeZone: 'Asia/Shanghai' },
    within: 'P3D',
    moves: [
      { move: 'third-party', from: '2026-03-03T02:00:00Z', to: '2026-03-04T02:00:00Z', days: 1, due: '2026-03-06T10:00:00Z' },
      { move: 'extension', from: '2026-03-05T07:00:00Z', department: 'quality', due: '2026-03-10T10:00:00Z' },
    ],
  });
  expect(explanation.en).toBe(
    'Handling (policy company version 1, rule 1): 3 working days on calendar default (Asia/Shanghai) from 2026-03-02 10:00: 2026-03-03 to 2026-03-05 3 days; due 2026-03-05 18:00. ' +
      'Waiting for a third party from 2026-03-03 10:00 to 2026-03-04 10:00 moved it by 1 working day: due 2026-03-06 18:00. ' +
      'The extension for quality of 2026-03-05 15:00 moved it: due 2026-03-10 18:00.',
  );
  expect(explanation.zh).toContain(
    '办理（政策 company 第 1 版第 1 条）：按日历 default（Asia/Shanghai），自 2026-03-02 10:00 起计 3 个工作日',
  );
  expect(explanation.zh).toContain('等待第三方（2026-03-03 10:00 至 2026-03-04 10:00）后移 1 个工作日，到期 2026-03-06 18:00。');
});

test('a calendar that ends gives a clock that is never due', () => {
  const book = specRulebook(policyOf([{ ...handle, within: 'P9999D', warnAt: [], escalate: [] }]));
  const once: Calendar = { ...specCalendar, week: {}, exceptions: { '2026-03-03': [['09:00', '17:00']] } };
  const ending = {
    ...book,
    calendar: () =>
      rulebookOf(
        [],
        new Map([['default', documentOf('default', 'calendar', ['2026-01-01T00:00:00Z', '2025-12-01T00:00:00Z', once])]]),
      ).calendar('default', 0, 0),
  };
  const [clock] = clocksOfTicket(historyOf(...handling), ending, specInstant('03-09 12:00')).clocks;
  expect(clock).toMatchObject({ state: 'running', due: null, verdict: null, steps: [] });
});
