import { describe, expect, test } from '@jest/globals';
import { momentParameters, parseQuery, parseTicketList } from './ticket-query.js';

/** As the edge reads an address: a plus that was not escaped is a blank. */
const queryOf = (text: string) => Object.fromEntries(new URLSearchParams(text));
const moment = (text: string) => parseQuery(queryOf(text), momentParameters);

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
