import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseEventsOf } from './case-events.js';
import { readMapping } from './read-mapping.js';
import { rowOf } from './e2e/sample-rows.js';

const shipped = (name: string) => {
  const read = readMapping(JSON.parse(readFileSync(join(import.meta.dirname, '../../mappings', name), 'utf8')));
  if (!('mapping' in read)) throw new Error(JSON.stringify(read.faults));
  return read.mapping;
};
const helpdesk = shipped('helpdesk.json');
const now = '2026-03-02T00:00:00.000Z';
const columns = {
  'Case ID': 'Case 1',
  Activity: 'Closed',
  Resource: 'Value 3',
  'Complete Timestamp': '2012/11/09 12:54:39.000',
  customer: 'Value 1',
  product: 'Value 1',
  seriousness_2: 'Value 4',
  service_level: 'Value 2',
};

test('a row is an activity on a case', () => {
  expect(caseEventsOf(rowOf(columns, 6), helpdesk, now)).toEqual([
    {
      line: 6,
      case: 'Case 1',
      identity: JSON.stringify(['Closed', ...Object.values(columns)]),
      repeatable: true,
      activity: {
        activity: 'Closed',
        occurredAt: '2012-11-09T11:54:39.000Z',
        resource: 'Value 3',
        details: { seriousness_2: 'Value 4', service_level: 'Value 2' },
        meaning: { closes: 'resolved' },
      },
      ticket: {
        channel: 'api',
        kind: 'fault-repair',
        level: 'important',
        item: 'fault',
        subject: 'Case 1: product Value 1',
        description: 'Case 1 of customer Value 1. Product Value 1, service level Value 2, service type , support section .',
        caller: { name: 'Customer Value 1' },
        product: 'value-1',
        confidential: false,
      },
    },
  ]);
});

test.each<[Record<string, string>, string, string]>([
  [{ 'Case ID': ' ' }, 'missing-case', 'no case id'],
  [{ Activity: '' }, 'missing-activity', 'no activity'],
  [{ 'Complete Timestamp': '2012/11/31 12:54:39.000' }, 'unparsable-time', '"2012/11/31 12:54:39.000"'],
  [{ 'Complete Timestamp': '' }, 'unparsable-time', '""'],
  [{ 'Complete Timestamp': '2026/03/02 12:00:00.000' }, 'time-in-the-future', '"2026/03/02 12:00:00.000"'],
  [{ Activity: 'x'.repeat(201) }, 'text-too-long', 'the activity has 201 characters, more than 200'],
  [{ service_level: 'x'.repeat(2_001) }, 'text-too-long', 'service_level has 2001 characters, more than 2000'],
  [{ 'Case ID': 'x'.repeat(195) }, 'text-too-long', 'the subject has 212 characters, more than 200'],
  [{ Resource: 'a\u0000b' }, 'control-characters', 'the resource has control characters'],
  [{ product: '机器' }, 'not-a-value', '"机器" is no product'],
])('%j is left out: %s', (own, reason, detail) => {
  expect(caseEventsOf(rowOf({ ...columns, ...own }, 9), helpdesk, now)).toEqual({ line: 9, reason, detail });
});

test('a row of two times is two activities, and one while it has one', () => {
  const request = {
    unique_key: '60879417', created_date: '2024-04-16T03:03:15.000', closed_date: '2024-04-17T03:03:15.000', agency: 'DOT',
    complaint_type: 'Street Condition', descriptor: 'Pothole', borough: 'STATEN ISLAND', open_data_channel_type: 'MOBILE',
  }; // prettier-ignore
  const both = caseEventsOf(rowOf(request), shipped('nyc-311.json'), now);
  expect(both).toMatchObject([
    {
      identity: '60879417 made',
      repeatable: false,
      activity: { activity: 'Request made', occurredAt: '2024-04-16T07:03:15.000Z' },
    },
    { identity: '60879417 closed', activity: { occurredAt: '2024-04-17T07:03:15.000Z', meaning: { closes: 'resolved' } } },
  ]);
  expect(both).toHaveProperty(
    '0.ticket',
    expect.objectContaining({ channel: 'web', kind: 'fault-repair', item: 'fault', district: 'staten-island', caller: {} }),
  );
  expect(caseEventsOf(rowOf({ ...request, closed_date: '' }), shipped('nyc-311.json'), now)).toHaveLength(1);
});

test("a caller's mail address has to be one", () => {
  const email = { columns: ['customer'], fill: () => 'Value 1' };
  const mapping = { ...helpdesk, ticket: { ...helpdesk.ticket, caller: { email } } } as typeof helpdesk;
  expect(caseEventsOf(rowOf(columns), mapping, now)).toMatchObject({
    reason: 'not-a-value',
    detail: '"Value 1" is no mail address',
  });
});

test('an activity that is told apart by an empty text is left out', () => {
  const [event] = helpdesk.events;
  const mapping = { ...helpdesk, events: [{ ...event, identity: { columns: ['id'], fill: () => '' } }] } as typeof helpdesk;
  expect(caseEventsOf(rowOf(columns), mapping, now)).toMatchObject({ reason: 'missing-identity' });
});
