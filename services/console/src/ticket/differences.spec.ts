import { describe, expect, test } from '@jest/globals';
import type { TicketView } from '../api/views.ts';
import { differences } from './differences.ts';

const ticket = (change: object) =>
  ({ id: 'p0-x', version: 1, status: 'registered', parts: [], ...change }) as unknown as TicketView;

describe('what differs between two moments of a ticket', () => {
  test('nothing, where only the version and the time moved', () => {
    expect(differences(ticket({ updatedAt: 'a' }), ticket({ version: 2, updatedAt: 'b' }))).toEqual([]);
  });

  test('single values, down to those of a department’s part', () => {
    const before = ticket({});
    const after = ticket({
      status: 'dispatched',
      parts: [{ department: 'quality', part: 'lead', urges: 0, returnRequested: false }],
    });
    expect(differences(before, after)).toEqual([
      { member: 'status', path: ['status'], was: 'registered', is: 'dispatched' },
      { member: 'parts', path: ['parts', '0', 'department'], was: undefined, is: 'quality' },
      { member: 'parts', path: ['parts', '0', 'part'], was: undefined, is: 'lead' },
    ]);
  });

  test('everything that a registration gave, against nothing', () => {
    expect(differences(undefined, ticket({ hold: 'third-party' })).map(({ member }) => member)).toEqual(['status', 'hold']);
  });
});
