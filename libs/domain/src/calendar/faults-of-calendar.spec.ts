import { describe, expect, test } from '@jest/globals';
import { faultsOfCalendar, faultsOfInlineCalendar } from './faults-of-calendar.js';

const shifts = [
  ['09:00', '12:00'],
  ['13:30', '18:00'],
];
const good = {
  code: 'default',
  timeZone: 'Asia/Shanghai',
  week: { mon: shifts, sat: [['22:00', '06:00']], sun: [['05:00', '12:00']] },
};

describe('a calendar', () => {
  test('without a fault has none, also where shifts of two days overlap', () => {
    expect(faultsOfCalendar(good)).toEqual([]);
    expect(faultsOfInlineCalendar(good)).toEqual([]);
  });

  test.each<[string, object, string, string]>([
    ['no code', { code: undefined }, '/code', 'must be a code'],
    ['the word for no calendar', { code: 'elapsed' }, '/code', 'elapsed is what policies call time without a calendar'],
    ['an unknown zone', { timeZone: 'Mars/Olympus' }, '/timeZone', 'must be an IANA time zone'],
    ['an offset for a zone', { timeZone: '+08:00' }, '/timeZone', 'must be an IANA time zone'],
    ['a day of no week', { week: { someday: shifts } }, '/week/someday', 'must be one of mon, tue, wed, thu, fri, sat, sun'],
    ['a time of no day', { week: { mon: [['09:00', '24:00']] } }, '/week/mon/0', 'must be two wall times, as ["09:00", "12:00"]'],
    ['no shift', { week: {} }, '/week', 'must have at least one shift'],
    ['a date that is none', { holidays: ['2026-02-29'] }, '/holidays/0', 'must be a date'],
    [
      'a make-up day as no weekday',
      { makeUpDays: { '2026-10-10': 'thursday' } },
      '/makeUpDays/2026-10-10',
      'must be one of mon, tue, wed, thu, fri, sat, sun',
    ],
    ['overlapping shifts', { week: { mon: [...shifts, ['11:00', '13:00']] } }, '/week/mon/2', 'overlaps with shift 0'],
    [
      'shifts that overlap over midnight',
      {
        week: {
          mon: [
            ['20:00', '04:00'],
            ['23:00', '01:00'],
          ],
        },
      },
      '/week/mon/1',
      'overlaps with shift 0',
    ],
    [
      'the same shift twice',
      {
        exceptions: {
          '2026-02-16': [
            ['09:00', '12:00'],
            ['09:00', '12:00'],
          ],
        },
      },
      '/exceptions/2026-02-16/1',
      'overlaps with shift 0',
    ],
    ['a member nobody knows', { timezone: 'Asia/Shanghai' }, '/timezone', 'is not known'],
  ])('with %s is not put in force', (_, change, pointer, detail) => {
    expect(faultsOfCalendar({ ...good, ...change })).toMatchObject([{ pointer, detail }]);
  });

  test('every fault is named, not the first alone', () => {
    const faults = faultsOfCalendar({ code: 'X', timeZone: 7, week: { mon: 'always' }, holidays: [1, '2026-01-01', null] });
    expect(faults.map(({ pointer }) => pointer)).toEqual(['/code', '/timeZone', '/week/mon', '/holidays/0', '/holidays/2']);
  });

  test('inline needs no code, and counts overlaps once', () => {
    expect(faultsOfInlineCalendar({ ...good, code: undefined, week: { mon: [...shifts, ['11:00', '13:00']] } })).toEqual([]);
    expect(faultsOfInlineCalendar({ ...good, timeZone: 'Nowhere' })).toHaveLength(1);
  });

  test.each([null, 7, 'x', [], {}])('that is %j has faults', (body) => {
    expect(faultsOfCalendar(body).length).toBeGreaterThan(0);
    expect(faultsOfInlineCalendar(body).length).toBeGreaterThan(0);
  });
});
