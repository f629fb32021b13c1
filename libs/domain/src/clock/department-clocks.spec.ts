import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Policy } from '../policy/policy.js';
import {
  accepted,
  approved,
  checked,
  clocksAt,
  quality,
  route,
  routed,
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
  'acceptance and return': [
    [
      'accept runs from dispatch, due at the closing',
      '03-02 11:00',
      routed,
      { 'accept:1': 'running 03-02 12:00', 'return-request:1': 'running 03-02 15:30' },
    ],
    [
      'accept is met by a request to return too',
      '03-02 11:30',
      [...routed, ['03-02 11:00', 'ReturnRequested', quality]],
      {
        'accept:1': 'met 03-02 12:00 in-time',
        'return-request:1': 'met 03-02 15:30 in-time',
        'return-decision:1': 'running 03-02 16:30',
      },
    ],
    [
      'the clock of the department runs on meanwhile',
      '03-02 17:00',
      [...routed, ['03-02 11:00', 'ReturnRequested', quality], ['03-02 17:00', 'ReturnRefused', quality]],
      { 'return-decision:1': 'met 03-02 16:30 late 30 min', 'handle:1': 'running 03-05 18:00' },
    ],
    [
      'unused, the right to return lapses without a verdict',
      '03-02 16:00',
      accepted,
      { 'return-request:1': 'lapsed 03-02 15:30' },
    ],
    [
      'a granted return ends handle, charged to the department',
      '03-02 16:00',
      [...routed, ['03-02 11:00', 'ReturnRequested', quality], ['03-02 15:30', 'ReturnGranted', quality]],
      {
        'handle:1': 'cancelled 03-05 18:00 quality',
        'interim-feedback:1': 'cancelled 03-04 09:30',
        'return-decision:1': 'met 03-02 16:30 in-time',
      },
    ],
  ],
  handle: [
    ['runs from dispatch, not from acceptance', '03-03 10:00', accepted, { 'handle:1': 'running 03-05 18:00' }],
    ['is not late at the closing itself', '03-05 18:00', accepted, { 'handle:1': 'running 03-05 18:00' }],
    ['breached after it, by working time', '03-06 10:00', accepted, { 'handle:1': 'breached 03-05 18:00 late 60 min' }],
    ['suspended when submitted', '03-06 10:00', submitted('03-05 17:00'), { 'handle:1': 'suspended 03-05 18:00' }],
    [
      'late when submitted late, while it is reviewed',
      '03-09 10:00',
      submitted('03-06 10:00'),
      { 'handle:1': 'breached 03-05 18:00 late 60 min' },
    ],
    [
      'sent back, it moves by a day for each closing in review',
      '03-05 12:00',
      [...submitted('03-04 10:00'), ['03-05 10:00', 'PartSentBack', quality]],
      { 'handle:1': 'running 03-06 18:00', 'review:1': 'met 03-04 15:30 late 210 min' },
    ],
    [
      'sent back the same day, it stays',
      '03-05 12:00',
      [...submitted('03-04 10:00'), ['03-04 17:00', 'PartSentBack', quality]],
      { 'handle:1': 'running 03-05 18:00' },
    ],
    [
      'has no verdict before the check',
      '03-04 15:00',
      approved,
      { 'handle:1': 'suspended 03-05 18:00', 'check:1': 'running 03-04 18:00' },
    ],
    [
      'has its verdict when the check accepts, judged by the submission',
      '03-04 17:00',
      checked,
      { 'handle:1': 'met 03-05 18:00 in-time', 'check:1': 'met 03-04 18:00 in-time', 'reply:1': 'running 03-05 18:00' },
    ],
    [
      'ends with it what was urged, and asked to be given back, of what is approved',
      '03-04 15:00',
      [
        ...accepted,
        ['03-02 11:30', 'ReturnRequested', quality],
        ['03-02 11:40', 'TicketUrged', quality],
        ...approved.slice(accepted.length),
      ],
      { 'return-decision:1': 'cancelled 03-02 17:00 late 720 min', 'acknowledge-urge:1': 'cancelled 03-02 15:10 late 830 min' },
    ],
    [
      'is cancelled with the check when another ticket carries the matter',
      '03-04 15:00',
      [...approved, ['03-04 14:30', 'AttachedToEvent', { event: 'p' }]],
      { 'check:1': 'cancelled 03-04 18:00', 'reply:1': 'none' },
    ],
    [
      'runs on when the check rejects, moved by review and check',
      '03-06 10:00',
      [...approved, ['03-05 11:00', 'ResultRejected'], ['03-05 12:00', 'ResultSubmitted', { ...quality, publishable: true }]],
      {
        'handle:1': 'suspended 03-06 18:00',
        'check:1': 'met 03-04 18:00 late 120 min',
        'review:2': 'breached 03-05 17:30 late 90 min',
      },
    ],
    [
      'of a released co-handler is charged to it',
      '03-03 10:00',
      [...two, ['03-02 15:00', 'DepartmentReleased', sales]],
      { 'handle:2': 'cancelled 03-05 18:00 after-sales', 'handle:1': 'running 03-05 18:00' },
    ],
    [
      'of a co-handler is met by its approved report',
      '03-05 10:00',
      [...two, ['03-03 10:00', 'ReportSubmitted', sales], ['03-04 10:00', 'PartApproved', sales]],
      { 'handle:2': 'met 03-05 18:00 in-time', 'review:1': 'met 03-03 15:30 late 210 min', 'handle:1': 'running 03-05 18:00' },
    ],
  ],
  'routing again': [
    [
      'keeps what stays and charges who goes',
      '03-03 10:00',
      [...two, route('03-03 09:00', 'quality', 'logistics')],
      { 'handle:1': 'running 03-05 18:00', 'handle:2': 'cancelled 03-05 18:00 after-sales', 'handle:3': 'running 03-06 18:00' },
    ],
    [
      'starts a new lead',
      '03-03 10:00',
      [...accepted, route('03-03 09:00', 'logistics')],
      {
        'handle:1': 'cancelled 03-05 18:00 quality',
        'handle:2': 'running 03-06 18:00',
        'resolve:1': 'running 03-09 18:00',
        'resolve:2': 'none',
      },
    ],
    [
      'as lead of what it co-handled, and the other way round, it keeps its clocks; only the lead owes feedback',
      '03-03 10:00',
      [...two, route('03-03 09:00', 'after-sales', 'quality')],
      {
        'handle:1': 'running 03-05 18:00',
        'handle:2': 'running 03-05 18:00',
        'handle:3': 'none',
        'accept:3': 'none',
        'interim-feedback:1': 'cancelled 03-04 09:30',
        'interim-feedback:2': 'running 03-04 17:30',
      },
    ],
    [
      'a report that is taken back with the part is reviewed by nobody, and handle runs on',
      '03-03 16:00',
      [...two, ['03-03 10:00', 'ReportSubmitted', sales], route('03-03 11:00', 'after-sales')],
      { 'handle:1': 'cancelled 03-05 18:00 quality', 'handle:2': 'running 03-05 18:00', 'review:1': 'cancelled 03-03 15:30' },
    ],
    [
      'what is approved keeps its verdict, and the new part is another assignment',
      '03-04 12:00',
      [
        ...two,
        ['03-03 10:00', 'ReportSubmitted', sales],
        ['03-03 14:00', 'PartApproved', sales],
        ['03-04 09:00', 'TicketDesignated', { lead: 'after-sales' }],
      ],
      { 'handle:2': 'met 03-05 18:00 in-time', 'handle:3': 'running 03-09 18:00' },
    ],
    [
      'a designation of the co-handler keeps its clocks',
      '03-03 10:00',
      [...two, ['03-03 09:00', 'TicketDesignated', { lead: 'after-sales' }]],
      { 'handle:1': 'cancelled 03-05 18:00 quality', 'handle:2': 'running 03-05 18:00', 'handle:3': 'none' },
    ],
    [
      'a designation starts the designated',
      '03-03 10:00',
      [...accepted, ['03-03 09:00', 'TicketDesignated', { lead: 'logistics' }]],
      { 'handle:1': 'cancelled 03-05 18:00 quality', 'handle:2': 'running 03-06 18:00' },
    ],
  ],
  'interim feedback': [
    ['half of the working time of handle', '03-03 10:00', accepted, { 'interim-feedback:1': 'running 03-04 09:30' }],
    [
      'met by progress told to the caller',
      '03-03 10:00',
      [...accepted, ['03-03 09:00', 'ProgressRecorded', { ...quality, toldCaller: true }]],
      { 'interim-feedback:1': 'met 03-04 09:30 in-time' },
    ],
    [
      'not by progress that was not',
      '03-03 10:00',
      [...accepted, ['03-03 09:00', 'ProgressRecorded', { ...quality, toldCaller: false }]],
      { 'interim-feedback:1': 'running 03-04 09:30' },
    ],
    ['not of a co-handler', '03-03 10:00', two, { 'interim-feedback:2': 'none' }],
  ],
  urging: [
    [
      'met by the acknowledgement',
      '03-03 12:00',
      [...accepted, ['03-03 09:00', 'TicketUrged', quality], ['03-03 12:00', 'UrgeAcknowledged', quality]],
      { 'acknowledge-urge:1': 'met 03-03 11:00 late 60 min' },
    ],
    [
      'each on its own',
      '03-03 12:00',
      [
        ...two,
        ['03-03 09:00', 'TicketUrged', quality],
        ['03-03 10:00', 'TicketUrged', sales],
        ['03-03 10:30', 'UrgeAcknowledged', sales],
      ],
      { 'acknowledge-urge:1': 'breached 03-03 11:00 late 60 min', 'acknowledge-urge:2': 'met 03-03 12:00 in-time' },
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
