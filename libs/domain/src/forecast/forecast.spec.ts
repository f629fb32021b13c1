import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileCalendar } from '../calendar/working-calendar.js';
import { dayOfDate } from '../calendar/epoch-day.js';
import { kindOfDay } from './day-kind.js';
import { expectDays, volumeOf, type DayVolume } from './forecast.js';
import { holdOut } from './hold-out.js';

const shift = ['09:00', '18:00'] as const;
const calendar = compileCalendar({
  code: 'default',
  timeZone: 'Asia/Shanghai',
  week: { mon: [shift], tue: [shift], wed: [shift], thu: [shift], fri: [shift] },
  holidays: ['2026-03-18', '2026-04-03'],
  makeUpDays: { '2026-03-21': 'wed' },
});
const monday = dayOfDate('2026-03-02');

/** A day on which so much came at nine and as much again at ten. */
const dayOf = (day: number, each: number): DayVolume => ({
  day,
  hours: Array.from({ length: 24 }, (_, hour) => (hour === 9 || hour === 10 ? each : 0)),
});
const weeks = (volumes: readonly number[], from = monday) => volumes.map((each, place) => dayOf(from + place, each));

describe('what is expected of days to come', () => {
  test('is the mean of the last four of the same weekday, hour by hour', () => {
    const history = weeks(Array.from({ length: 42 }, (_, place) => (place % 7 === 0 ? place : 100)));
    const [expected] = expectDays(history, [monday + 42], undefined);
    expect(expected).toMatchObject({ kind: 'mon', expected: 49, restsOn: [35, 28, 21, 14].map((place) => monday + place) });
    expect(expected?.hours.map((one, hour) => [hour, one]).filter(([, one]) => one !== 0)).toEqual([[9, 24.5], [10, 24.5]]); // prettier-ignore
  });

  test('takes a holiday for a day without work and a make-up day for one with, until there were some', () => {
    const history = weeks([10, 10, 10, 10, 10, 2, 1, 10, 10, 10, 10, 10, 4, 3]);
    const [holiday, makeUp] = ['2026-03-18', '2026-03-21'].map(dayOfDate) as [number, number];
    const [off, extra] = expectDays(history, [holiday, makeUp], calendar);
    expect(off).toMatchObject({ kind: 'off', expected: 5, restsOn: [13, 12, 6, 5].map((place) => monday + place) });
    expect(extra).toMatchObject({ kind: 'extra', expected: 20 });
    const [later] = expectDays([...history, dayOf(holiday, 7)], [dayOfDate('2026-04-03')], calendar);
    expect(later).toMatchObject({ kind: 'off', expected: 14, restsOn: [holiday] });
    expect(kindOfDay(holiday, undefined)).toBe('wed');
  });

  test('is nothing where there was no day like it', () => {
    expect(expectDays(weeks([1, 1]), [monday + 6], undefined)).toEqual([
      { day: monday + 6, kind: 'sun', expected: undefined, hours: [], restsOn: [] },
    ]);
  });
});

describe('how far it was off', () => {
  const volume = fc.integer({ min: 0, max: 500 });

  test('is nothing where each week is as the one before', () => {
    fc.assert(
      fc.property(fc.array(volume, { minLength: 7, maxLength: 7 }), fc.integer({ min: 3, max: 20 }), (week, times) => {
        const history = weeks(Array.from({ length: times * 7 }, (_, place) => week[place % 7] as number));
        const held = holdOut(history, 7, undefined);
        expect(held).toMatchObject({ error: { days: 7, meanAbsolute: 0, bias: 0, nineOfTen: 0 }, naive: { meanAbsolute: 0 } });
        expect(expectDays(history, [monday + times * 7], undefined)[0]?.expected).toBe(2 * (week[0] as number));
      }),
    );
  });

  test('is told of the days held out, from those before them alone', () => {
    const history = weeks([...Array.from({ length: 28 }, () => 10), ...Array.from({ length: 7 }, () => 15)]);
    expect(holdOut(history, 7, undefined)).toEqual({
      from: monday + 28,
      to: monday + 34,
      error: { days: 7, meanAbsolute: 10, share: 1 / 3, bias: -10, nineOfTen: 10 },
      naive: { days: 7, meanAbsolute: 10, share: 1 / 3, bias: -10, nineOfTen: 10 },
    });
    expect(holdOut(history.slice(0, 20), 7, undefined)).toBeUndefined();
  });

  test('is less than the naive forecast’s where days scatter about what their weekday is', () => {
    const scatter = [0, 6, -5, 3, -6, 4, -2, 5, -4, 1, -3];
    const history = weeks(Array.from({ length: 84 }, (_, place) => 40 + 10 * (place % 7) + (scatter[place % 11] as number)));
    const held = holdOut(history, 14, undefined);
    expect(held?.error.meanAbsolute).toBeLessThan(held?.naive.meanAbsolute as number);
  });

  test('whatever came: never below nothing, and the hours add up to the day', () => {
    fc.assert(
      fc.property(fc.array(volume, { maxLength: 60 }), fc.integer({ min: 0, max: 40 }), (volumes, ahead) => {
        const history = weeks(volumes);
        for (const one of expectDays(history, [monday + volumes.length + ahead], calendar)) {
          expect(one.hours.every((hour) => hour >= 0)).toBe(true);
          expect(one.hours.reduce((sum, hour) => sum + hour, 0)).toBeCloseTo(one.expected ?? 0, 6);
          const came = history.filter(({ day }) => one.restsOn.includes(day)).map(volumeOf);
          expect((one.expected ?? 0) * came.length).toBeCloseTo(
            came.reduce((sum, each) => sum + each, 0),
            6,
          );
        }
      }),
    );
  });
});
