import { describe, expect, test } from '@jest/globals';
import type { Calendar, Shift } from './calendar.js';
import { dueInstant } from './due-instant.js';
import { instantOf } from './explain-deadline.js';
import { durationOf } from './work-duration.js';
import { compileCalendar, workBetween } from './working-calendar.js';

const ms = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const daily = (timeZone: string, ...shifts: readonly Shift[]): Calendar => ({
  code: 'daily',
  timeZone,
  week: { mon: shifts, tue: shifts, wed: shifts, thu: shifts, fri: shifts, sat: shifts, sun: shifts },
});
/** Only on the named date, beside a shift far away that makes the calendar one. */
const onlyOn = (timeZone: string, date: string, ...shifts: readonly Shift[]): Calendar => ({
  code: 'once',
  timeZone,
  week: {},
  exceptions: { [date]: shifts },
});
const wholeDay: Shift = ['00:00', '00:00'];

describe('a shift has as many hours as really pass', () => {
  test.each<[string, string, Shift, number]>([
    ['America/New_York', '2026-03-08', wholeDay, 23],
    ['America/New_York', '2026-11-01', wholeDay, 25],
    ['America/New_York', '2026-03-08', ['00:00', '06:00'], 5],
    ['America/New_York', '2026-11-01', ['00:00', '06:00'], 7],
    ['America/New_York', '2026-03-07', ['22:00', '06:00'], 7],
    ['America/New_York', '2026-10-31', ['22:00', '06:00'], 9],
    ['America/New_York', '2026-03-08', ['03:00', '04:00'], 1],
    ['America/New_York', '2026-03-08', ['01:00', '03:00'], 1],
    // A wall time that is skipped moves on by the gap: 02:30 is 03:30.
    ['America/New_York', '2026-03-08', ['02:30', '04:00'], 0.5],
    ['America/New_York', '2026-03-08', ['01:00', '02:30'], 1.5],
    ['America/New_York', '2026-03-08', ['02:30', '03:15'], 0],
    // One that comes twice is the first.
    ['America/New_York', '2026-11-01', ['01:30', '02:30'], 2],
    ['America/New_York', '2026-11-01', ['00:30', '01:30'], 1],
    ['America/New_York', '2026-11-01', ['01:00', '01:30'], 0.5],
    ['Europe/London', '2026-03-29', ['00:30', '03:00'], 1.5],
    ['Europe/London', '2026-10-25', ['00:30', '03:00'], 3.5],
    ['Europe/London', '2026-03-29', ['01:30', '03:00'], 0.5],
    ['Europe/London', '2026-03-29', ['00:00', '01:30'], 1.5],
    ['Europe/London', '2026-03-28', ['20:00', '08:00'], 11],
    ['Europe/London', '2026-10-24', ['20:00', '08:00'], 13],
    ['Europe/Dublin', '2026-03-29', wholeDay, 23],
    ['Europe/Dublin', '2026-10-25', wholeDay, 25],
    ['Europe/Berlin', '2026-03-29', ['01:00', '04:00'], 2],
    ['Europe/Berlin', '2026-10-25', ['01:00', '04:00'], 4],
    // Lord Howe Island changes by half an hour.
    ['Australia/Lord_Howe', '2026-04-05', wholeDay, 24.5],
    ['Australia/Lord_Howe', '2026-10-04', wholeDay, 23.5],
    ['Australia/Lord_Howe', '2026-04-05', ['01:00', '03:00'], 2.5],
    ['Australia/Lord_Howe', '2026-10-04', ['01:00', '03:00'], 1.5],
    ['Australia/Lord_Howe', '2026-10-04', ['02:15', '03:00'], 0.25],
    ['Australia/Sydney', '2026-04-05', wholeDay, 25],
    ['Australia/Sydney', '2026-10-04', wholeDay, 23],
    ['Pacific/Chatham', '2026-04-05', ['02:00', '04:00'], 3],
    ['Pacific/Chatham', '2026-09-27', ['02:00', '04:00'], 1],
    // Antarctica's Troll station changes by two hours.
    ['Antarctica/Troll', '2026-03-29', wholeDay, 22],
    ['Antarctica/Troll', '2026-10-25', wholeDay, 26],
    // Morocco goes back for Ramadan and forth after it.
    ['Africa/Casablanca', '2026-02-15', wholeDay, 25],
    ['Africa/Casablanca', '2026-03-22', wholeDay, 23],
    ['Africa/Casablanca', '2026-03-22', ['01:00', '04:00'], 2],
    ['Africa/Casablanca', '2025-02-23', ['01:00', '04:00'], 4],
    // Midnight itself was skipped in São Paulo.
    ['America/Sao_Paulo', '2015-10-18', wholeDay, 23],
    ['America/Sao_Paulo', '2015-10-18', ['00:00', '06:00'], 5],
    ['America/Sao_Paulo', '2015-10-17', ['22:00', '00:00'], 2],
    ['America/Sao_Paulo', '2015-10-17', ['22:00', '00:30'], 2.5],
    ['America/Sao_Paulo', '2016-02-20', wholeDay, 25],
    ['America/Santiago', '2026-09-06', ['00:00', '02:00'], 1],
    ['America/Havana', '2026-03-08', wholeDay, 23],
    ['Asia/Kolkata', '2026-03-29', wholeDay, 24],
    ['Asia/Kathmandu', '2026-03-29', ['09:15', '17:45'], 8.5],
    ['Asia/Shanghai', '1991-04-14', wholeDay, 23],
    ['Asia/Shanghai', '1991-09-15', wholeDay, 25],
    ['Asia/Shanghai', '2026-04-14', wholeDay, 24],
    ['America/St_Johns', '2026-03-08', ['01:00', '04:00'], 2],
    ['Asia/Tehran', '2022-03-22', wholeDay, 23],
    ['Asia/Pyongyang', '2015-08-14', ['22:00', '02:00'], 4.5],
    // Samoa skipped 30 December 2011: that Friday's shift comes a day later, when those of Saturday do.
    ['Pacific/Apia', '2011-12-29', ['22:00', '00:00'], 2],
    ['Pacific/Apia', '2011-12-30', ['09:00', '17:00'], 8],
    ['Pacific/Apia', '2011-12-31', ['09:00', '17:00'], 8],
    ['Pacific/Apia', '2011-12-29', wholeDay, 24],
    ['Pacific/Apia', '2011-12-30', wholeDay, 0],
    ['Pacific/Kwajalein', '1993-08-20', wholeDay, 24],
    ['Pacific/Kiritimati', '1994-12-31', wholeDay, 0],
    ['UTC', '2026-03-29', wholeDay, 24],
  ])('%s %s %j: %d h', (timeZone, date, shift, hours) => {
    const calendar = compileCalendar(onlyOn(timeZone, date, shift));
    expect(workBetween(calendar, ms(`${date}T00:00Z`) - 3 * 86_400_000, ms(`${date}T00:00Z`) + 4 * 86_400_000) / 3_600_000).toBe(
      hours,
    );
  });
});

test('what overlaps, also over a date line, counts once', () => {
  const apia = compileCalendar(daily('Pacific/Apia', ['09:00', '17:00']));
  expect(workBetween(apia, ms('2011-12-29T10:00Z'), ms('2011-12-31T10:00Z')) / 3_600_000).toBe(16);
  const doubled = compileCalendar(daily('UTC', ['09:00', '12:00'], ['11:00', '14:00'], ['09:30', '10:00']));
  expect(workBetween(doubled, ms('2026-03-02T00:00Z'), ms('2026-03-03T00:00Z')) / 3_600_000).toBe(5);
});

describe('due times', () => {
  const office: Shift = ['09:00', '17:00'];
  const night: Shift = ['22:00', '06:00'];
  test.each<[string, string, readonly Shift[], string, string, string]>([
    [
      'an hour fewer in the night of spring',
      'America/New_York',
      [night],
      '2026-03-07T22:00-05:00',
      'PT7H',
      '2026-03-08T06:00-04:00',
    ],
    ['an hour more in that of autumn', 'America/New_York', [night], '2026-10-31T22:00-04:00', 'PT9H', '2026-11-01T06:00-05:00'],
    ['inside the hour that comes twice', 'America/New_York', [night], '2026-10-31T22:00-04:00', 'PT4H', '2026-11-01T01:00-05:00'],
    ['a whole week of days and nights', 'Europe/London', [wholeDay], '2026-10-24T00:00+01:00', 'PT48H', '2026-10-25T23:00Z'],
    [
      'the day to which a night shift belongs',
      'Asia/Shanghai',
      [night],
      '2026-03-03T02:00+08:00',
      'P1D',
      '2026-03-04T06:00+08:00',
    ],
    ['outside a shift its own date', 'Asia/Shanghai', [night], '2026-03-03T12:00+08:00', 'P1D', '2026-03-05T06:00+08:00'],
    ['at the end of a night shift the date', 'Asia/Shanghai', [night], '2026-03-03T06:00+08:00', 'P1D', '2026-03-05T06:00+08:00'],
    [
      'of two shifts the later-starting',
      'UTC',
      [
        ['20:00', '10:00'],
        ['08:00', '16:00'],
      ],
      '2026-03-03T09:00Z',
      'P1D',
      '2026-03-05T10:00Z',
    ],
    [
      'of two shifts, before the later',
      'UTC',
      [
        ['20:00', '10:00'],
        ['08:00', '16:00'],
      ],
      '2026-03-03T07:00Z',
      'P1D',
      '2026-03-04T10:00Z',
    ],
    ['the last shift ends on the next date', 'UTC', [office, night], '2026-03-03T10:00Z', 'P1D', '2026-03-05T06:00Z'],
    [
      'the last shift is what ends last',
      'UTC',
      [
        ['09:00', '18:00'],
        ['10:00', '12:00'],
      ],
      '2026-03-03T10:30Z',
      'P1D',
      '2026-03-04T18:00Z',
    ],
    ['over the skipped date', 'Pacific/Apia', [office], '2011-12-29T16:00-10:00', 'PT2H', '2011-12-31T10:00+14:00'],
    [
      'the skipped date is a day of the calendar',
      'Pacific/Apia',
      [office],
      '2011-12-29T16:00-10:00',
      'P2D',
      '2011-12-31T17:00+14:00',
    ],
    ['no work outside a shift', 'Asia/Shanghai', [office], '2026-03-03T20:00+08:00', 'PT0S', '2026-03-04T09:00+08:00'],
    ['no work inside one', 'Asia/Shanghai', [office], '2026-03-03T11:00+08:00', 'PT0S', '2026-03-03T11:00+08:00'],
    ['no work at a closing', 'Asia/Shanghai', [office], '2026-03-03T17:00+08:00', 'PT0S', '2026-03-04T09:00+08:00'],
    ['over a new year', 'America/New_York', [office], '2026-12-31T16:00-05:00', 'PT9H', '2027-01-01T17:00-05:00'],
    ['a night over a new year', 'Pacific/Auckland', [night], '2026-12-31T22:00+13:00', 'PT8H', '2027-01-01T06:00+13:00'],
    ['round the clock over a new year', 'UTC', [wholeDay], '2026-12-31T12:00Z', 'PT24H', '2027-01-01T12:00Z'],
    ['exactly to a new year', 'UTC', [wholeDay], '2026-12-31T12:00Z', 'PT12H', '2027-01-01T00:00Z'],
    ['the day before a new year', 'UTC', [wholeDay], '2026-12-31T12:00Z', 'P1D', '2027-01-02T00:00Z'],
    ['three years', 'UTC', [office], '2026-01-01T09:00Z', 'P1096D', '2029-01-01T17:00Z'],
    ['to the millisecond', 'UTC', [office], '2026-03-03T16:59:59.999Z', 'PT1S', '2026-03-04T09:00:00.999Z'],
  ])('%s', (...row) => {
    const [, timeZone, shifts, start, work, due] = row;
    const instant = dueInstant(compileCalendar(daily(timeZone, ...shifts)), ms(start), durationOf(work)) as number;
    expect(instantOf(instant)).toBe(instantOf(ms(due)));
  });

  test('elapsed time knows no zones: a day has 24 hours', () => {
    expect(dueInstant('elapsed', ms('2026-03-07T12:00-05:00'), durationOf('P1D'))).toBe(ms('2026-03-08T13:00-04:00'));
    expect(dueInstant('elapsed', ms('2026-03-07T12:00Z'), durationOf('PT90M'))).toBe(ms('2026-03-07T13:30Z'));
  });

  test('a calendar that ends is never due, instead of wrong', () => {
    const once = compileCalendar(onlyOn('UTC', '2026-03-02', ['09:00', '17:00']));
    expect(dueInstant(once, ms('2026-03-02T00:00Z'), durationOf('PT8H'))).toBe(ms('2026-03-02T17:00Z'));
    expect(dueInstant(once, ms('2026-03-02T00:00Z'), durationOf('PT9H'))).toBeUndefined();
    expect(dueInstant(once, ms('2026-03-02T00:00Z'), durationOf('P1D'))).toBeUndefined();
  });
});
