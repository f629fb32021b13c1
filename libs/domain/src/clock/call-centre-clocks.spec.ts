import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Policy } from '../policy/policy.js';
import {
  accepted,
  checked,
  clocksAt,
  quality,
  registered,
  replied,
  route,
  routed,
  short,
  type SpecEvent,
} from './clock-history.js';

const shipped = '../../../../services/administration/src/installation/shipped/company-policy.json';
const company = JSON.parse(readFileSync(new URL(shipped, import.meta.url), 'utf8')) as Policy;

type Row = readonly [name: string, time: string, history: readonly SpecEvent[], expected: Readonly<Record<string, string>>];

/** Monday 2 March, working hours 09:00–12:00 and 13:30–18:00. */
const table: Readonly<Record<string, readonly Row[]>> = {
  'first response': [
    ['runs from registration', '03-02 10:00', [registered], { 'first-response:1': 'running 03-02 11:30' }],
    [
      'met by an answer, in time at the due instant itself',
      '03-02 12:00',
      [registered, ['03-02 11:30', 'TicketAnswered']],
      { 'first-response:1': 'met 03-02 11:30 in-time' },
    ],
    [
      'met late, by working time',
      '03-02 15:00',
      [registered, ['03-02 14:00', 'TicketAnswered']],
      { 'first-response:1': 'met 03-02 11:30 late 60 min' },
    ],
    [
      'met by a refusal',
      '03-02 12:00',
      [registered, ['03-02 10:00', 'TicketRefused']],
      { 'first-response:1': 'met 03-02 11:30 in-time' },
    ],
    [
      'met by routing with a notice to the caller',
      '03-02 12:00',
      [registered, ['03-02 10:00', 'TicketRouted', { lead: 'quality', coHandling: [], by: 'person', noticeToCaller: 'n' }]],
      { 'first-response:1': 'met 03-02 11:30 in-time' },
    ],
    ['not met by routing in silence', '03-02 10:30', routed, { 'first-response:1': 'running 03-02 11:30' }],
    ['met by the reply', '03-05 10:00', replied, { 'first-response:1': 'met 03-02 11:30 late 1260 min' }],
    [
      'cancelled by a withdrawal',
      '03-02 10:30',
      [registered, ['03-02 10:15', 'TicketWithdrawn']],
      { 'first-response:1': 'cancelled 03-02 11:30' },
    ],
  ],
  dispatch: [
    ['met by routing', '03-02 11:00', routed, { 'dispatch:1': 'met 03-02 10:30 in-time' }],
    [
      'met by withdrawal',
      '03-02 11:00',
      [registered, ['03-02 10:15', 'TicketWithdrawn']],
      { 'dispatch:1': 'met 03-02 10:30 in-time', 'resolve:1': 'cancelled 03-09 18:00' },
    ],
    ['breached and open', '03-02 11:00', [registered], { 'dispatch:1': 'breached 03-02 10:30 late 30 min' }],
    [
      'anew when a return is granted',
      '03-02 16:00',
      [...routed, ['03-02 11:00', 'ReturnRequested', quality], ['03-02 15:30', 'ReturnGranted', quality]],
      { 'dispatch:1': 'met 03-02 10:30 in-time', 'dispatch:2': 'running 03-02 16:30' },
    ],
    [
      'anew when the ticket is opened again',
      '03-09 10:00',
      [...replied, ['03-06 10:00', 'TicketClosed', { code: 'resolved' }], ['03-09 09:00', 'TicketReopened']],
      { 'dispatch:2': 'running 03-09 10:00', 'resolve:2': 'running 03-16 18:00' },
    ],
    [
      'anew at another site, while it still runs here',
      '03-02 11:00',
      [registered, ['03-02 10:15', 'TicketTransferred', { from: 'main', to: 'north', reason: 'r' }]],
      { 'dispatch:1': 'cancelled 03-02 10:30', 'dispatch:2': 'running 03-02 11:15', 'resolve:1': 'running 03-09 18:00' },
    ],
    [
      'anew at another site, when departments had it here',
      '03-02 11:00',
      [...routed, ['03-02 10:45', 'TicketTransferred', { from: 'main', to: 'north', reason: 'r' }]],
      { 'dispatch:1': 'met 03-02 10:30 in-time', 'dispatch:2': 'running 03-02 11:45', 'resolve:1': 'running 03-09 18:00' },
    ],
    [
      'held without a department where the rule allows it',
      '03-02 11:00',
      [registered, ['03-02 10:00', 'PutOnHold', { reason: 'third-party' }]],
      { 'dispatch:1': 'breached 03-02 10:30 late 30 min', 'resolve:1': 'held 03-09 18:00' },
    ],
  ],
  'reply, resolve and survey': [
    [
      'a reply meets reply and resolve, and starts the survey',
      '03-05 11:00',
      replied,
      { 'reply:1': 'met 03-05 18:00 in-time', 'resolve:1': 'met 03-09 18:00 in-time', 'survey:1': 'running 03-09 18:00' },
    ],
    [
      'closing cancels what runs',
      '03-06 11:00',
      [...replied, ['03-06 10:00', 'TicketClosed', { code: 'resolved' }]],
      { 'survey:1': 'cancelled 03-09 18:00', 'resolve:1': 'met 03-09 18:00 in-time' },
    ],
    [
      'an answer meets resolve',
      '03-02 11:00',
      [registered, ['03-02 10:00', 'TicketAnswered']],
      { 'resolve:1': 'met 03-09 18:00 in-time', 'survey:1': 'none' },
    ],
    [
      'a refusal cancels it',
      '03-02 11:00',
      [registered, ['03-02 10:00', 'TicketRefused']],
      { 'resolve:1': 'cancelled 03-09 18:00' },
    ],
    [
      'returns and send-backs start none anew',
      '03-03 10:00',
      [
        ...routed,
        ['03-02 11:00', 'ReturnRequested', quality],
        ['03-02 15:30', 'ReturnGranted', quality],
        route('03-03 09:00', 'logistics'),
      ],
      { 'resolve:1': 'running 03-09 18:00', 'resolve:2': 'none' },
    ],
    [
      'rework starts a new assignment with new clocks',
      '03-09 12:00',
      [...replied, ['03-09 10:00', 'ReworkOrdered', quality]],
      {
        'handle:2': 'running 03-12 18:00',
        'accept:2': 'running 03-09 12:00',
        'resolve:2': 'running 03-16 18:00',
        'handle:1': 'met 03-05 18:00 in-time',
        'dispatch:2': 'none',
      },
    ],
  ],
  'changes of class': [
    [
      'select the rule anew, from the start',
      '03-03 12:00',
      [...accepted, ['03-03 10:00', 'TicketReclassified', { level: 'important', kind: 'complaint', item: 'fault' }]],
      {
        'handle:1': 'running 03-03 18:00',
        'resolve:1': 'running 03-04 18:00',
        'interim-feedback:1': 'breached 03-03 09:30 late 150 min',
      },
    ],
    [
      'of clocks that run: what was met stays met by its rule',
      '03-05 12:00',
      [...checked, ['03-05 10:00', 'TicketReclassified', { level: 'important', kind: 'complaint', item: 'fault' }]],
      { 'handle:1': 'met 03-05 18:00 in-time' },
    ],
    [
      'a raise to urgent counts from the raise where that is earlier',
      '03-03 12:00',
      [...accepted, ['03-03 10:00', 'TicketReclassified', { level: 'urgent', kind: 'complaint', item: 'fault' }]],
      { 'handle:1': 'running 03-04 06:00', 'resolve:1': 'running 03-04 10:00' },
    ],
    [
      'and leaves the old due time where that is',
      '03-05 17:30',
      [...accepted, ['03-05 17:00', 'TicketReclassified', { level: 'urgent', kind: 'complaint', item: 'fault' }]],
      { 'handle:1': 'running 03-05 18:00', 'resolve:1': 'running 03-06 17:00' },
    ],
    [
      'lowered again, the rule counts from the start',
      '03-03 12:00',
      [
        ...accepted,
        ['03-03 10:00', 'TicketReclassified', { level: 'urgent', kind: 'complaint', item: 'fault' }],
        ['03-03 11:00', 'TicketReclassified', { level: 'general', kind: 'complaint', item: 'fault' }],
      ],
      { 'handle:1': 'running 03-05 18:00' },
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
