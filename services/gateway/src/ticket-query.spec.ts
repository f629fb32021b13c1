import { describe, expect, test } from '@jest/globals';
import { parseMoment, parseTicketList } from './ticket-query.js';

/** As the edge reads an address: a plus that was not escaped is a blank. */
const queryOf = (text: string) => Object.fromEntries(new URLSearchParams(text));
const moment = (text: string) => parseMoment(queryOf(text));

describe('a time in an address', () => {
  test.each(['at=2026-11-27T09:00:00%2B08:00', 'at=2026-11-27T09:00:00+08:00', 'at=2026-11-27T01:00:00Z'])(
    '%s is the same, whether its plus was escaped or not',
    (text) => expect(moment(text)).toEqual({ at: '2026-11-27T01:00:00.000Z' }),
  );

  test('bounds a list, alone and as an interval', () => {
    expect(parseTicketList(queryOf('due=2026-11-27T09:00:00+08:00'))).toEqual({ due: { before: '2026-11-27T01:00:00.001Z' } });
    expect(parseTicketList(queryOf('due=2026-11-27T09:00:00+08:00/2026-11-28T09:00:00+08:00'))).toEqual({
      due: { from: '2026-11-27T01:00:00.000Z', before: '2026-11-28T01:00:00.000Z' },
    });
  });

  test.each([
    'at=2026-11-27 09:00:00Z',
    'at=2026-11-27T09:00:00',
    'at=2026-11-27T09:00:00 0800',
    'due=2026-11-27T09:00:00  08:00',
  ])('%s is none', (text) =>
    expect(() => (text.startsWith('due') ? parseTicketList(queryOf(text)) : moment(text))).toThrow('invalid-query'),
  );
});

test('a moment is by time or by version', () => {
  expect(moment('version=3&known=2026-11-27T01:00:00Z')).toEqual({ version: 3, known: '2026-11-27T01:00:00.000Z' });
  expect(() => moment('version=3&at=2026-11-27T01:00:00Z')).toThrow('invalid-query');
});

test.each([
  ['sort=-due', true],
  ['sort=-status,-registeredAt', true],
  ['sort=open,registeredAt', true],
  ['sort=registeredAt,-registeredAt', false],
  ['sort=subject', false],
  ['sort=due,', false],
])('%s names fields of a list: %s', (text, isOrder) => {
  const parsed = () => parseTicketList(queryOf(text));
  if (isOrder) expect(parsed()).toEqual(queryOf(text));
  else expect(parsed).toThrow('invalid-query');
});
