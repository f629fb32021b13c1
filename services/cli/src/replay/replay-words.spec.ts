import { expect, test } from '@jest/globals';
import type { Ticket } from '@ledgerline/domain';
import { erased, type RecordedEvent } from '@ledgerline/kernel';
import { hidden } from './personal-data.js';
import { replayWords } from './replay-words.js';

const ticket = {
  number: '20260302-7K3QX2MB-R',
  status: 'in-progress',
  subject: hidden,
  description: erased,
  caller: { name: '王丽', phone: '138' },
  attachments: [],
  parts: [
    { department: 'quality', part: 'lead', assignment: 1, status: 'accepted', routedAt: '2026-03-02T01:00:00.000Z', handler: 'h1', returnRequested: false, urges: 0 },
  ],
} as unknown as Ticket; // prettier-ignore

test('a ticket in words: what is hidden, what is erased, who has it', () => {
  expect(replayWords({ id: 'p0-1', version: 3, latest: 5, ticket })).toEqual([
    'Ticket 20260302-7K3QX2MB-R (p0-1), version 3 of 5',
    '  number       20260302-7K3QX2MB-R',
    '  status       in-progress',
    '  subject      (personal; --personal shows it)',
    '  description  (erased)',
    '  caller       name 王丽, phone 138',
    '  attachments  –',
    'Departments',
    '  1. quality (lead): accepted, assigned 2026-03-02T01:00:00.000Z, handler h1',
  ]);
});

test('events in words; those that were written down later say when', () => {
  const meta = { at: '2026-03-02T01:00:00.000Z', recordedAt: '2026-03-05T01:00:00.000Z', actor: { kind: 'imported', id: 'log' } };
  const events = [
    { version: 1, type: 'MessageAdded', data: { text: hidden, from: 'caller' }, meta },
  ] as unknown as RecordedEvent[];
  expect(replayWords({ id: 'p0-1', version: 1, latest: 1, ticket: { ...ticket, parts: [] }, events }).slice(-4)).toEqual([
    'Events',
    '  1  2026-03-02T01:00:00.000Z (written down 2026-03-05T01:00:00.000Z)  MessageAdded  by imported log',
    '       text: (personal; --personal shows it)',
    '       from: caller',
  ]);
});
