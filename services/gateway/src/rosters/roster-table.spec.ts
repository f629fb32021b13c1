import { describe, expect, test } from '@jest/globals';
import { ProblemError } from '../problem.js';
import { rosterRows, rosterTable } from './roster-table.js';
import { shiftsAsCalendar } from './shifts-as-calendar.js';

const rows = (text: string, id = 'call-centre-2026-03') => rosterRows(Buffer.from(text), id);

describe('the table of a roster', () => {
  test('goes out and comes in again', () => {
    const people = [
      { account: 'a1', days: { '2026-03-01': [], '2026-03-02': ['early', 'late'] } },
      { account: 'a2', days: { '2026-03-31': ['night'] } },
    ];
    const names = new Map([['a1', { name: '=王', username: 'wang.li' }]]);
    const table = rosterTable({ month: '2026-03', people }, names);
    expect(table).toContain("wang.li,'=王,休,early+late");
    expect(rows(table)).toEqual([
      { line: 2, person: 'wang.li', days: { '2026-03-01': '休', '2026-03-02': 'early+late' } },
      { line: 3, person: 'a2', days: { '2026-03-31': 'night' } },
    ]);
  });
  test('names the lines that are none, and columns of another month', () => {
    const problem = (text: string) => {
      try {
        rows(text);
      } catch (error) {
        if (error instanceof ProblemError) return [error.problem.code, error.problem.facts];
        throw error;
      }
      return undefined;
    };
    expect(problem('person,2026-03-01\nann,early,late\n')).toEqual(['roster-table-has-faults', { faults: [{ line: 2, code: 'csv-record-inconsistent-columns' }] }]); // prettier-ignore
    expect(problem(`person,2026-03-01\nann,${'x'.repeat(201)}\n`)).toMatchObject(['roster-table-has-faults', { faults: [{ code: 'too-long' }] }]); // prettier-ignore
    expect(problem('person,2026-04-01\n')?.[0]).toBe('invalid-csv');
  });
});

test('shifts as a calendar are events in UTC, over midnight too', () => {
  const days = [{ date: '2026-03-02', roster: 'r', timeZone: 'Asia/Shanghai', shifts: [{ code: 'night', start: '22:00', end: '06:00' }] }]; // prettier-ignore
  const text = shiftsAsCalendar(days);
  expect(text.split('\r\n')).toEqual(expect.arrayContaining(['DTSTART:20260302T140000Z', 'DTEND:20260302T220000Z', 'SUMMARY:night'])); // prettier-ignore
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
});
