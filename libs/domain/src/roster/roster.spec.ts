import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { coverageOf, interval } from './coverage.js';
import { dutiesOf, hasItsBreaksWithin, overlapIn, spansOf, wholeDay } from './duties.js';
import { breaksTheLaw } from './roster-finding.js';
import { daysUnderstaffed, findingsOnPeople, mondayOf } from './roster-findings.js';
import type { RosteredPerson } from './rostered-person.js';
import type { NamedShift } from './shift-book.js';
import { daysAfter, shiftsOn, withPlanned } from './shift-roster.js';

const shift = (code: string, start: string, end: string, ...breaks: NamedShift['breaks']): NamedShift => ({
  code,
  name: code,
  start,
  end,
  breaks,
});
const early = shift('early', '08:00', '16:30', { from: '12:00', to: '12:30' });
const late = shift('late', '16:00', '00:30', { from: '20:00', to: '20:30' });
const night = shift('night', '22:00', '06:00', { from: '02:00', to: '03:00' });
const shifts = [early, late, night];
const people = (days: RosteredPerson['days'], account = 'a'): readonly RosteredPerson[] => [{ account, days }];
const month = { from: '2026-03-01', through: '2026-03-31' };
const rule = { minimumRestHours: 11 };
const found = (days: RosteredPerson['days'], stretch = month) => findingsOnPeople(dutiesOf(people(days), shifts), rule, stretch);

const wall = fc
  .integer({ min: 0, max: 47 })
  .map((half) => `${String(Math.trunc(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`);
const anyShift = fc.record({ start: wall, end: wall }).map(({ start, end }) => shift('x', start, end));

describe('a shift', () => {
  test('over midnight with a break is worked in two spans', () => {
    expect(spansOf(night)).toEqual([
      [22 * 60, 26 * 60],
      [27 * 60, 30 * 60],
    ]);
    expect(dutiesOf(people({ '2026-03-02': ['night'] }), shifts)).toMatchObject([{ worked: 7 * 60, date: '2026-03-02' }]);
  });
  test('has its breaks within, one after the other', () => {
    expect(shifts.every(hasItsBreaksWithin)).toBe(true);
    expect(hasItsBreaksWithin(shift('x', '08:00', '16:00', { from: '15:00', to: '17:00' }))).toBe(false);
    expect(hasItsBreaksWithin(shift('x', '08:00', '16:00', { from: '10:00', to: '11:00' }, { from: '10:30', to: '12:00' }))).toBe(
      false,
    );
  });
  test('lasts more than nothing and a day at most', () => {
    fc.assert(
      fc.property(anyShift, (one) => {
        const [duty] = dutiesOf(people({ '2026-03-02': ['x'] }), [one]);
        expect(duty?.worked).toBeGreaterThan(0);
        expect(duty?.worked).toBeLessThanOrEqual(wholeDay);
      }),
    );
  });
});

describe('rules', () => {
  test('shifts overlap over midnight and within a day', () => {
    const overlap = (days: RosteredPerson['days']) => overlapIn(dutiesOf(people(days), shifts))?.date;
    expect(overlap({ '2026-03-02': ['early', 'late'] })).toBe('2026-03-02');
    expect(overlap({ '2026-03-02': ['late'], '2026-03-03': ['early'] })).toBeUndefined();
    const tooEarly = [...shifts, shift('dawn', '05:00', '09:00')];
    expect(overlapIn(dutiesOf(people({ '2026-03-02': ['night'], '2026-03-03': ['dawn'] }), tooEarly))?.date).toBe('2026-03-03');
  });
  test('rest between days is the centre’s rule; 7½ hours after a late shift are told', () => {
    const findings = found({ '2026-03-02': ['late'], '2026-03-03': ['early'] });
    expect(findings).toEqual([{ finding: 'rest-too-short', account: 'a', date: '2026-03-03', times: 1, minutes: 7.5 * 60 }]);
    expect(findings.some(breaksTheLaw)).toBe(false);
  });
  test('a week without a day off, and a day of more than eleven hours, are against the law', () => {
    const week = Object.fromEntries([2, 3, 4, 5, 6, 7, 8].map((day) => [`2026-03-0${day}`, ['early']]));
    expect(found(week).filter(breaksTheLaw)).toMatchObject([{ finding: 'no-day-off-in-week', date: '2026-03-02' }]);
    expect(found({ ...week, '2026-03-08': [] }).filter(breaksTheLaw)).toEqual([]);
    const long = dutiesOf(people({ '2026-03-02': ['long'] }), [shift('long', '08:00', '20:00')]);
    expect(findingsOnPeople(long, rule, month)).toMatchObject([{ finding: 'over-eleven-hours', minutes: 12 * 60 }]);
  });
  test('more than 36 hours of overtime a month are told, a week counting for the month in which it ends', () => {
    const shifts = [shift('nine', '08:00', '17:00'), shift('eight', '08:00', '16:00')];
    const overtime = (days: RosteredPerson['days'], stretch = month) =>
      findingsOnPeople(dutiesOf(people(days), shifts), rule, stretch).filter(
        ({ finding }) => finding === 'over-thirty-six-hours-of-overtime',
      );
    // Six days of nine hours are 14 hours beyond 40; three weeks of them end in March, and one ends on 5 April.
    const sixDays = (monday: number, code = 'nine') =>
      Array.from({ length: 6 }, (_, place) => [`2026-03-${String(monday + place).padStart(2, '0')}`, [code]] as const);
    expect(overtime(Object.fromEntries([2, 9].flatMap((monday) => sixDays(monday))))).toEqual([]);
    const three = Object.fromEntries([2, 9, 16].flatMap((monday) => sixDays(monday)));
    expect(overtime(three)).toEqual([{ finding: 'over-thirty-six-hours-of-overtime', account: 'a', date: '2026-03-01', times: 1, minutes: 42 * 60 }]); // prettier-ignore
    expect(overtime(three).some(breaksTheLaw)).toBe(false);
    const acrossTheEnd = ['2026-03-30', '2026-03-31', '2026-04-01', '2026-04-02', '2026-04-03', '2026-04-04'];
    const later = Object.fromEntries([...sixDays(2), ...sixDays(9), ...acrossTheEnd.map((date) => [date, ['nine']] as const)]);
    expect(overtime(later)).toEqual([]);
    // Four weeks of six days of eight hours are 32.
    expect(overtime(Object.fromEntries([2, 9, 16, 23].flatMap((monday) => sixDays(monday, 'eight'))))).toEqual([]);
  });
  test('a week of two months is one week', () => {
    // Monday 30 March to Sunday 5 April.
    const days = ['2026-03-30', '2026-03-31', '2026-04-01', '2026-04-02', '2026-04-03', '2026-04-04', '2026-04-05'];
    const week = Object.fromEntries(days.map((date) => [date, ['early']]));
    expect(found(week).some(breaksTheLaw)).toBe(true);
    expect(found(week, { from: '2026-03-01', through: '2026-03-29' })).toEqual([]);
    expect(days.map(mondayOf)).toEqual(days.map(() => '2026-03-30'));
  });
});

describe('coverage', () => {
  const basis = { staffing: [{ days: 'every-day' as const, from: '08:00', to: '18:00', least: 2 }], worksOn: () => true };
  test('counts whoever is there for the whole half hour, without breaks and over midnight', () => {
    const duties = dutiesOf(
      [...people({ '2026-03-02': ['early'], '2026-03-01': ['night'] }), ...people({ '2026-03-02': ['late'] }, 'b')],
      shifts,
    );
    const { planned, least } = coverageOf('2026-03-02', { duties, ...basis });
    const at = (time: string) => planned[(Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) / interval];
    expect(['01:30', '02:00', '03:00', '08:00', '12:00', '16:00', '20:00'].map(at)).toEqual([1, 0, 1, 1, 0, 2, 0]);
    expect(least.filter((one) => one === 2)).toHaveLength(20);
    expect(daysUnderstaffed([{ date: '2026-03-02', planned, least }])).toMatchObject([{ halfHour: '08:00', times: 19 }]);
  });
  test('of one person is what they work, half hour by half hour', () => {
    fc.assert(
      fc.property(anyShift, (one) => {
        const duties = dutiesOf(people({ '2026-03-02': ['x'] }), [one]);
        const both = ['2026-03-02', '2026-03-03'].flatMap(
          (date) => coverageOf(date, { duties, staffing: [], worksOn: () => true }).planned,
        );
        expect(both.reduce((sum, there) => sum + there, 0) * interval).toBe(duties[0]?.worked);
      }),
    );
  });
});

describe('a swap', () => {
  const days = ['2026-03-02', '2026-03-03', '2026-03-04'];
  const own = fc.dictionary(fc.constantFrom(...days), fc.constantFrom<readonly string[]>([], ['early'], ['late']));
  test('gives each the other’s days, and given back leaves all as it was', () => {
    fc.assert(
      fc.property(own, own, fc.constantFrom(...days), fc.constantFrom(...days), (one, other, date, withDate) => {
        const before = withPlanned([], [{ account: 'a', days: one }, { account: 'b', days: other }]); // prettier-ignore
        const change = { account: 'a', with: 'b', date, withDate };
        const after = withPlanned(before, daysAfter(change, { people: before }));
        expect(shiftsOn('a', date, after)).toEqual(shiftsOn('b', date, before));
        expect(shiftsOn('b', withDate, after)).toEqual(shiftsOn('a', withDate, before));
        const back = withPlanned(after, daysAfter(change, { people: after }));
        for (const account of ['a', 'b'])
          for (const day of days) expect(shiftsOn(account, day, back)).toEqual(shiftsOn(account, day, before));
      }),
    );
  });
});
