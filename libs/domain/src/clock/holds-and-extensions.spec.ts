import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Policy } from '../policy/policy.js';
import {
  accepted,
  checked,
  clocksAt,
  policyOf,
  quality,
  route,
  sales,
  short,
  submitted,
  two,
  type SpecEvent,
} from './clock-history.js';

const shipped = '../../../../services/administration/src/installation/shipped/company-policy.json';
const company = JSON.parse(readFileSync(new URL(shipped, import.meta.url), 'utf8')) as Policy;

type Row = readonly [name: string, time: string, history: readonly SpecEvent[], expected: Readonly<Record<string, string>>];

/** Monday 2 March, working hours 09:00–12:00 and 13:30–18:00. */
const table: Readonly<Record<string, readonly Row[]>> = {
  'holds of whole days': [
    [
      'move handle and resolve by a day for each closing inside',
      '03-05 12:00',
      [...accepted, ['03-03 10:00', 'PutOnHold', { ...quality, reason: 'third-party' }], ['03-05 10:00', 'HoldEnded', quality]],
      {
        'handle:1': 'running 03-09 18:00',
        'resolve:1': 'running 03-11 18:00',
        'interim-feedback:1': 'breached 03-04 09:30 late 600 min',
      },
    ],
    [
      'move nothing within a day',
      '03-05 12:00',
      [...accepted, ['03-03 10:00', 'PutOnHold', { ...quality, reason: 'third-party' }], ['03-03 17:00', 'HoldEnded', quality]],
      { 'handle:1': 'running 03-05 18:00' },
    ],
    [
      'while they last, the due time is as if they ended now',
      '03-05 12:00',
      [...accepted, ['03-03 10:00', 'PutOnHold', { ...quality, reason: 'third-party' }]],
      { 'handle:1': 'held 03-09 18:00', 'resolve:1': 'held 03-11 18:00' },
    ],
    [
      'a hold up to the closing costs the day',
      '03-05 12:00',
      [...accepted, ['03-03 10:00', 'PutOnHold', { ...quality, reason: 'third-party' }], ['03-03 18:00', 'HoldEnded', quality]],
      { 'handle:1': 'running 03-06 18:00' },
    ],
    [
      'the ticket’s own hold leaves the departments alone',
      '03-05 12:00',
      [...accepted, ['03-03 10:00', 'PutOnHold', { reason: 'force-majeure' }], ['03-05 10:00', 'HoldEnded']],
      { 'handle:1': 'running 03-05 18:00', 'resolve:1': 'running 03-11 18:00' },
    ],
    [
      'two at once count once',
      '03-05 12:00',
      [
        ...accepted,
        ['03-03 10:00', 'PutOnHold', { ...quality, reason: 'third-party' }],
        ['03-03 11:00', 'PutOnHold', { reason: 'force-majeure' }],
        ['03-04 10:00', 'HoldEnded', quality],
        ['03-05 10:00', 'HoldEnded'],
      ],
      { 'handle:1': 'running 03-06 18:00', 'resolve:1': 'running 03-11 18:00' },
    ],
    [
      'what was late stays late',
      '03-09 12:00',
      [...accepted, ['03-06 10:00', 'PutOnHold', { ...quality, reason: 'third-party' }], ['03-09 10:00', 'HoldEnded', quality]],
      { 'handle:1': 'breached 03-05 18:00 late 630 min' },
    ],
    [
      'what began at the due instant is not late yet, and waits for the closings inside',
      '03-09 12:00',
      [...accepted, ['03-05 18:00', 'PutOnHold', { ...quality, reason: 'third-party' }], ['03-06 18:00', 'HoldEnded', quality]],
      { 'handle:1': 'breached 03-06 18:00 late 180 min' },
    ],
    [
      'a reason that the rule does not list holds nothing',
      '03-05 12:00',
      [...checked, ['03-05 09:00', 'PutOnHold', { reason: 'third-party' }]],
      { 'reply:1': 'running 03-05 18:00' },
    ],
    [
      'one that it lists does',
      '03-06 12:00',
      [...checked, ['03-05 09:00', 'PutOnHold', { reason: 'awaiting-caller' }]],
      { 'reply:1': 'held 03-06 18:00' },
    ],
    [
      'submitting ends the hold of the department',
      '03-06 12:00',
      [
        ...accepted,
        ['03-03 10:00', 'PutOnHold', { ...quality, reason: 'third-party' }],
        ['03-04 10:00', 'ResultSubmitted', { ...quality, publishable: true }],
      ],
      { 'handle:1': 'suspended 03-06 18:00', 'resolve:1': 'running 03-10 18:00' },
    ],
  ],
  'questions to the caller': [
    [
      'hold until the answer',
      '03-05 12:00',
      [...accepted, ['03-03 10:00', 'InformationRequested', quality], ['03-04 10:00', 'InformationReceived']],
      { 'handle:1': 'running 03-06 18:00', 'resolve:1': 'running 03-10 18:00' },
    ],
    [
      'or a message from the caller',
      '03-05 12:00',
      [...accepted, ['03-03 10:00', 'InformationRequested', quality], ['03-04 10:00', 'MessageAdded', { from: 'caller' }]],
      { 'handle:1': 'running 03-06 18:00' },
    ],
    [
      'not one from staff',
      '03-05 12:00',
      [...accepted, ['03-03 10:00', 'InformationRequested', quality], ['03-04 10:00', 'MessageAdded', { from: 'staff' }]],
      { 'handle:1': 'held 03-09 18:00' },
    ],
    [
      'but not for ever: silence ends it',
      '03-11 12:00',
      [...accepted, ['03-03 10:00', 'InformationRequested', quality]],
      { 'handle:1': 'running 03-13 18:00' },
    ],
  ],
  extensions: [
    [
      'ask the coordinator for a decision',
      '03-04 12:00',
      [...accepted, ['03-04 10:00', 'ExtensionRequested', { ...quality, by: '2026-03-09T04:00:00Z' }]],
      { 'extension-decision:1': 'running 03-04 15:30', 'handle:1': 'running 03-05 18:00' },
    ],
    [
      'wait for no decision once the result is submitted',
      '03-04 12:00',
      [
        ...accepted,
        ['03-04 10:00', 'ExtensionRequested', { ...quality, by: '2026-03-09T04:00:00Z' }],
        ['03-04 11:00', 'ResultSubmitted', { ...quality, publishable: true }],
      ],
      { 'extension-decision:1': 'cancelled 03-04 15:30', 'handle:1': 'suspended 03-05 18:00' },
    ],
    [
      'the lead’s move resolve by the same working time',
      '03-05 12:00',
      [
        ...accepted,
        ['03-04 10:00', 'ExtensionRequested', quality],
        ['03-04 15:00', 'ExtensionGranted', { ...quality, by: '2026-03-09T04:00:00Z' }],
      ],
      {
        'extension-decision:1': 'met 03-04 15:30 in-time',
        'handle:1': 'running 03-09 12:00',
        'resolve:1': 'running 03-11 12:00',
      },
    ],
    [
      'a co-handler’s within resolve leaves it',
      '03-05 12:00',
      [
        ...two,
        ['03-04 10:00', 'ExtensionRequested', sales],
        ['03-04 15:00', 'ExtensionGranted', { ...sales, by: '2026-03-09T04:00:00Z' }],
      ],
      { 'handle:2': 'running 03-09 12:00', 'handle:1': 'running 03-05 18:00', 'resolve:1': 'running 03-09 18:00' },
    ],
    [
      'a co-handler’s past resolve moves it there',
      '03-05 12:00',
      [
        ...two,
        ['03-04 10:00', 'ExtensionRequested', sales],
        ['03-04 15:00', 'ExtensionGranted', { ...sales, by: '2026-03-10T04:00:00Z' }],
      ],
      { 'handle:2': 'running 03-10 12:00', 'resolve:1': 'running 03-10 12:00' },
    ],
    [
      'count as the part that it had when they were granted',
      '03-05 12:00',
      [
        ...two,
        ['03-04 15:00', 'ExtensionGranted', { ...sales, by: '2026-03-09T04:00:00Z' }],
        route('03-04 16:00', 'after-sales', 'quality'),
      ],
      { 'handle:2': 'running 03-09 12:00', 'resolve:1': 'running 03-09 18:00' },
    ],
    [
      'refused, nothing moves',
      '03-05 12:00',
      [...accepted, ['03-04 10:00', 'ExtensionRequested', quality], ['03-04 16:00', 'ExtensionRefused', quality]],
      { 'extension-decision:1': 'met 03-04 15:30 late 30 min', 'handle:1': 'running 03-05 18:00' },
    ],
    [
      'a hold after it moves the new due time',
      '03-10 12:00',
      [
        ...accepted,
        ['03-04 15:00', 'ExtensionGranted', { ...quality, by: '2026-03-09T10:00:00Z' }],
        ['03-06 10:00', 'PutOnHold', { ...quality, reason: 'third-party' }],
        ['03-09 10:00', 'HoldEnded', quality],
      ],
      { 'handle:1': 'running 03-10 18:00' },
    ],
    [
      'a hold before it is in it',
      '03-10 12:00',
      [
        ...accepted,
        ['03-03 10:00', 'PutOnHold', { ...quality, reason: 'third-party' }],
        ['03-04 10:00', 'HoldEnded', quality],
        ['03-04 15:00', 'ExtensionGranted', { ...quality, by: '2026-03-10T10:00:00Z' }],
      ],
      { 'handle:1': 'running 03-10 18:00' },
    ],
  ],
};

describe.each(Object.entries(table))('%s', (_, rows) => {
  test.each(rows)('%s', (...row) => {
    const [, time, history, expected] = row;
    const deadlines = clocksAt(time, company, ...history);
    expect(Object.fromEntries(Object.keys(expected).map((instance) => [instance, short(deadlines, instance)]))).toEqual(expected);
  });
});

test('what was handed in at its last moment has as much time under review as it took', () => {
  const tenHours = policyOf([{ clock: 'handle', within: 'PT10H', calendar: 'default' }]);
  const sentBack = ['03-03 16:00', 'PartSentBack', quality] as const;
  expect(short(clocksAt('03-03 17:00', tenHours, ...submitted('03-03 14:00')), 'handle:1')).toBe('suspended 03-03 14:00');
  expect(short(clocksAt('03-03 17:00', tenHours, ...submitted('03-03 14:00'), sentBack), 'handle:1')).toBe(
    'breached 03-03 16:00 late 60 min',
  );
});
