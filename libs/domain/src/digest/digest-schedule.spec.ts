import { describe, expect, test } from '@jest/globals';
import { compileCalendar } from '../calendar/working-calendar.js';
import { periodNamed, type DigestPeriod } from './digest-period.js';
import { dueAt, duePeriods, mostMadeUp, type DigestSchedule } from './digest-schedule.js';

const weekly: DigestSchedule = {
  code: 'weekly',
  effectiveFrom: '2026-01-01T00:00:00+08:00',
  template: 'department-digest',
  period: 'week',
  on: 'mon',
  at: '08:30',
  timeZone: 'Asia/Shanghai',
  readers: [{ role: 'manager' }],
};
const monthly: DigestSchedule = { ...weekly, period: 'month', on: 3 };
/** 2026: National Day from Thursday 1 October on, worked for on Saturday 10 October. */
const calendar = compileCalendar({
  code: 'default',
  timeZone: 'Asia/Shanghai',
  week: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '18:00']]])),
  holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  makeUpDays: { '2026-10-10': 'fri' },
});
const period = (name: string) => periodNamed(name, 'Asia/Shanghai') as DigestPeriod;
const at = (time: string) => Temporal.Instant.from(`${time}+08:00`).epochMilliseconds;
const names = (periods: readonly DigestPeriod[]) => periods.map(({ name }) => name);

describe('a digest is due', () => {
  test.each<[string, DigestSchedule, string, string]>([
    ['on the named day after the week', weekly, '2026-W10', '2026-03-09T08:30:00'],
    ['on a later day of that week', { ...weekly, on: 'wed' }, '2026-W10', '2026-03-11T08:30:00'],
    ['on the named day of the next month', monthly, '2026-02', '2026-03-03T08:30:00'],
  ])('%s', (_, schedule, name, wanted) => expect(dueAt(schedule, period(name))).toBe(at(wanted)));

  test.each<[string, DigestSchedule, string, string]>([
    ['over a holiday', weekly, '2026-W40', '2026-10-08T08:30:00'],
    ['on a Saturday that is worked on', { ...weekly, on: 'sat' }, '2026-W40', '2026-10-10T08:30:00'],
    ['from a Saturday to Monday', { ...weekly, on: 'sat' }, '2026-W10', '2026-03-16T08:30:00'],
    ['not at all on a day that works', monthly, '2026-10', '2026-11-03T08:30:00'],
  ])('and by a calendar waits %s', (_, schedule, name, wanted) =>
    expect(dueAt(schedule, period(name), calendar)).toBe(at(wanted)),
  );

  test('at the wall time of its zone, summer and winter', () => {
    const there: DigestSchedule = { ...weekly, timeZone: 'Europe/Berlin' };
    const due = (name: string) => new Date(dueAt(there, periodNamed(name, 'Europe/Berlin') as DigestPeriod)).toISOString();
    expect([due('2026-W10'), due('2026-W13')]).toEqual(['2026-03-09T07:30:00.000Z', '2026-03-30T06:30:00.000Z']);
  });
});

describe('what is due', () => {
  const since = { inForceSince: at('2026-02-24T00:00:00') };

  test('is the period that is over, from its moment on, until it was sent', () => {
    expect(names(duePeriods(weekly, at('2026-03-02T08:29:59'), since))).toEqual([]);
    expect(names(duePeriods(weekly, at('2026-03-02T08:30:00'), since))).toEqual(['2026-W09']);
    const through = period('2026-W09').to;
    expect(names(duePeriods(weekly, at('2026-03-02T08:30:00'), { ...since, through }))).toEqual([]);
  });

  test('is made up for after an outage, in order, and nothing of before the schedule was in force', () => {
    const through = period('2026-W09').to;
    expect(names(duePeriods(weekly, at('2026-03-25T12:00:00'), { ...since, through }))).toEqual(['2026-W10', '2026-W11', '2026-W12']); // prettier-ignore
    expect(names(duePeriods(weekly, at('2026-03-10T12:00:00'), since))).toEqual(['2026-W09', '2026-W10']);
  });

  test('is bounded: who was away for years gets the newest', () => {
    const due = names(duePeriods(weekly, at('2029-03-10T12:00:00'), since));
    expect(due).toHaveLength(mostMadeUp);
    expect(due.at(-1)).toBe('2029-W09');
  });

  test('a week that waits for the end of a holiday is sent before the next one', () => {
    const through = period('2026-W39').to;
    const due = (time: string) => names(duePeriods(weekly, at(time), { ...since, through }, calendar));
    expect(due('2026-10-05T12:00:00')).toEqual([]);
    expect(due('2026-10-08T08:30:00')).toEqual(['2026-W40']);
  });
});
