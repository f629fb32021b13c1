import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { ClockRule, Policy } from '../policy/policy.js';
import { clocksAt, policyOf, short, type SpecEvent } from './clock-history.js';

const company = JSON.parse(
  readFileSync(
    new URL('../../../../services/administration/src/installation/shipped/company-policy.json', import.meta.url),
    'utf8',
  ),
) as Policy;

type Row = readonly [name: string, time: string, history: readonly SpecEvent[], expected: Readonly<Record<string, string>>];

const registered: SpecEvent = ['03-02 09:30', 'TicketRegistered'];
const [quality, sales] = [{ department: 'quality' }, { department: 'after-sales' }];
const route = (time: string, lead: string, ...coHandling: string[]): SpecEvent => [
  time,
  'TicketRouted',
  { lead, coHandling, by: 'person' },
];
const routed = [registered, route('03-02 10:00', 'quality')];
const accepted: readonly SpecEvent[] = [...routed, ['03-02 11:00', 'PartAccepted', quality]];
const submitted = (time: string): readonly SpecEvent[] => [
  ...accepted,
  [time, 'ResultSubmitted', { ...quality, publishable: true }],
];
const approved: readonly SpecEvent[] = [...submitted('03-04 10:00'), ['03-04 14:00', 'PartApproved', quality]];
const checked: readonly SpecEvent[] = [...approved, ['03-04 16:00', 'ResultAccepted']];
const replied: readonly SpecEvent[] = [...checked, ['03-05 10:00', 'ReplyGiven', { channel: 'phone' }]];
const two: readonly SpecEvent[] = [
  registered,
  route('03-02 10:00', 'quality', 'after-sales'),
  ['03-02 11:00', 'PartAccepted', quality],
  ['03-02 14:00', 'PartAccepted', sales],
];

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
      'held without a department where the rule allows it',
      '03-02 11:00',
      [registered, ['03-02 10:00', 'PutOnHold', { reason: 'third-party' }]],
      { 'dispatch:1': 'breached 03-02 10:30 late 30 min', 'resolve:1': 'held 03-09 18:00' },
    ],
  ],
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

describe('a policy', () => {
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
