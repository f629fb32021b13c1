import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMapping } from './read-mapping.js';
import { rowOf } from './e2e/sample-rows.js';

const mappings = join(import.meta.dirname, '../../mappings');
const valid = JSON.parse(readFileSync(join(mappings, 'helpdesk.json'), 'utf8')) as Record<string, never>;

test.each(readdirSync(mappings).filter((name) => name.endsWith('.json')))('%s, which is shipped, is a mapping', (name) => {
  expect(readMapping(JSON.parse(readFileSync(join(mappings, name), 'utf8')))).toHaveProperty('mapping');
});

test('reads words, codes and columns', () => {
  const read = readMapping(valid);
  if (!('mapping' in read)) throw new Error(JSON.stringify(read.faults));
  const { ticket, columns, activities, csv } = read.mapping;
  expect(ticket.level.of(rowOf({ seriousness_2: 'Value 4' }))).toEqual({ word: 'important', text: 'Value 4' });
  expect(ticket.level.of(rowOf({ seriousness_2: 'Value 1' }))).toEqual({ word: 'general', text: 'Value 1' });
  expect(ticket.product?.of(rowOf({ product: 'Value 21' }))).toEqual({ word: 'value-21', text: 'Value 21' });
  expect(ticket.product?.of(rowOf({ product: '' }))).toEqual({ word: undefined, text: '' });
  expect(columns).toContainEqual({ pointer: '/events/0/time/of', column: 'Complete Timestamp' });
  expect(columns).toContainEqual({ pointer: '/events/0/details/3', column: 'service_type' });
  expect(activities.get('Closed')).toEqual({ closes: 'resolved' });
  expect(activities.get('Wait')).toEqual({ step: 'PutOnHold' });
  expect(csv).toEqual({ delimiter: ',', quote: '"', encoding: 'utf-8', columns: undefined });
});

const { ticket, events } = valid as unknown as { ticket: object; events: readonly [{ readonly time: object }] };
const [event] = events;
const withTicket = (members: object) => ({ ...valid, ticket: { ...ticket, ...members } });
const withEvent = (members: object) => ({ ...valid, events: [{ ...event, ...members }] });
const withTime = (members: object) => withEvent({ time: { ...event.time, ...members } });

const required = ['channel', 'kind', 'level', 'item', 'subject', 'description'].map((name) => `/ticket/${name}`);

test.each<[object | null, readonly string[]]>([
  [null, ['', '/source', '/case', '/ticket', ...required, '/events']],
  [{ ...valid, source: 'Help Desk' }, ['/source']],
  [{ ...valid, sauce: 1, about: 2 }, ['/sauce', '/about']],
  [{ ...valid, case: '{Case ID' }, ['/case']],
  [{ ...valid, csv: { delimiter: ';;', quote: '', encoding: 'utf-16' } }, ['/csv/delimiter', '/csv/quote', '/csv/encoding']],
  [{ ...valid, csv: { delimiter: '"' } }, ['/csv/quote']],
  [
    { ...valid, activities: { a: {}, b: { step: 'Coffee' }, c: { step: 'PutOnHold', closes: 'resolved' } } },
    ['/activities/a/closes', '/activities/b/step', '/activities/c/step'],
  ],
  [
    withTicket({ kind: 'nonsense', level: { of: '{a}', values: { 'x/y': 'high' }, otherwise: 'low' } }),
    ['/ticket/kind', '/ticket/level/values/x~1y', '/ticket/level/otherwise'],
  ],
  [
    withTicket({ subject: '', caller: { fax: '{a}' }, confidential: 'yes' }),
    ['/ticket/caller/fax', '/ticket/confidential', '/ticket/subject'],
  ],
  [withTicket({ level: { of: '{a}' } }), ['/ticket/level/values']],
  [{ ...valid, events: [] }, ['/events']],
  [withEvent({ details: ['a', 1], when: 7 }), ['/events/0/when', '/events/0/details/1']],
  [withTime({ zone: 'Europe/Atlantis' }), ['/events/0/time/zone']],
  [withTime({ zone: undefined }), ['/events/0/time/format']],
  [withTime({ format: 7, disambiguation: 'first' }), ['/events/0/time/disambiguation', '/events/0/time/format']],
  [
    { ...valid, activities: { 'Completed/Closed': { closes: 'done' }, Wait: { opens: 1 } } },
    ['/activities/Completed~1Closed/closes', '/activities/Wait/opens', '/activities/Wait/closes'],
  ],
])('names every fault by pointer: %#', (body, pointers) => {
  const read = readMapping(body);
  expect('faults' in read ? [...new Set(read.faults.map(({ pointer }) => pointer))].sort() : read).toEqual([...pointers].sort());
});
