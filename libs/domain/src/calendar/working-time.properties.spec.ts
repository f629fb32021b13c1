import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { weekdays, type Calendar, type Shift } from './calendar.js';
import { dueInstant } from './due-instant.js';
import { dateOfDay, dayOfDate } from './epoch-day.js';
import {
  afterWork,
  beforeWork,
  compileCalendar,
  isWorkingInstant,
  nextWorkingInstant,
  previousWorkingInstant,
  workBetween,
} from './working-calendar.js';
import { closingsBetween, dayOf, workingDayAfter, workingDayBefore } from './working-days.js';

const zones = [
  'Asia/Shanghai', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Pacific/Apia',
  'America/Sao_Paulo', 'Pacific/Chatham', 'Asia/Kathmandu', 'Antarctica/Troll', 'UTC',
]; // prettier-ignore
const start = Temporal.Instant.from('2010-06-01T00:00Z').epochMilliseconds;
const end = Temporal.Instant.from('2014-06-01T00:00Z').epochMilliseconds;
const options = { numRuns: 150, seed: 20_260_302 };

const wallTime = fc.integer({ min: 0, max: 95 }).map((quarter) => {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`;
});
const shifts: fc.Arbitrary<readonly Shift[]> = fc.array(fc.tuple(wallTime, wallTime), { maxLength: 3 });
const date = fc.integer({ min: dayOfDate('2010-06-01'), max: dayOfDate('2014-06-01') }).map(dateOfDay);
const calendars: fc.Arbitrary<Calendar> = fc.record({
  code: fc.constant('any'),
  timeZone: fc.constantFrom(...zones),
  week: fc.record(Object.fromEntries(weekdays.map((day) => [day, shifts]))),
  holidays: fc.array(date, { maxLength: 30 }),
  makeUpDays: fc.dictionary(date, fc.constantFrom(...weekdays), { maxKeys: 10 }),
  exceptions: fc.dictionary(date, shifts, { maxKeys: 10 }),
});
const working = calendars.map((calendar) =>
  compileCalendar({ ...calendar, week: { ...calendar.week, mon: [['09:00', '12:00']] } }),
);
const instant = fc.integer({ min: start, max: end });
const work = fc.integer({ min: 1, max: 90 * 3_600_000 });

describe('working time, whatever the calendar', () => {
  test('never runs backwards', () => {
    fc.assert(
      fc.property(working, instant, instant, work, (calendar, one, other, length) => {
        const [earlier, later] = [Math.min(one, other), Math.max(one, other)];
        expect(afterWork(calendar, earlier, length)).toBeLessThanOrEqual(afterWork(calendar, later, length) as number);
        expect(afterWork(calendar, earlier, length)).toBeLessThan(afterWork(calendar, earlier, length + 1) as number);
        expect(workBetween(calendar, earlier, later)).toBeLessThanOrEqual(later - earlier);
      }),
      options,
    );
  });

  test('adds up', () => {
    fc.assert(
      fc.property(working, fc.tuple(instant, instant, instant), work, work, (calendar, instants, first, second) => {
        const [a, b, c] = instants.toSorted((one, other) => one - other) as [number, number, number];
        expect(workBetween(calendar, a, b) + workBetween(calendar, b, c)).toBe(workBetween(calendar, a, c));
        expect(afterWork(calendar, afterWork(calendar, a, first) as number, second)).toBe(afterWork(calendar, a, first + second));
      }),
      options,
    );
  });

  test('is the inverse of the due instant, which is the first such', () => {
    fc.assert(
      fc.property(working, instant, work, (calendar, from, length) => {
        const due = afterWork(calendar, from, length) as number;
        expect(workBetween(calendar, from, due)).toBe(length);
        expect(workBetween(calendar, from, due - 1)).toBe(length - 1);
        const latest = beforeWork(calendar, due, length) as number;
        expect(workBetween(calendar, latest, due)).toBe(length);
        expect(workBetween(calendar, latest + 1, due)).toBe(length - 1);
      }),
      options,
    );
  });

  test('starts at working instants and nowhere else', () => {
    fc.assert(
      fc.property(working, instant, (calendar, at) => {
        const next = nextWorkingInstant(calendar, at) as number;
        expect(isWorkingInstant(calendar, next)).toBe(true);
        expect(workBetween(calendar, at, next)).toBe(0);
        expect(isWorkingInstant(calendar, at)).toBe(next === at);
        const previous = previousWorkingInstant(calendar, at) as number;
        expect(workBetween(calendar, previous, at)).toBe(0);
        expect(workBetween(calendar, previous - 1, at)).toBe(1);
      }),
      options,
    );
  });

  test('is the same when worked out again, and whatever was asked before', () => {
    fc.assert(
      fc.property(working, instant, work, (calendar, from, length) => {
        const fresh = compileCalendar(calendar.calendar);
        expect(afterWork(fresh, from, length)).toBe(afterWork(calendar, from, length));
      }),
      options,
    );
  });
});

describe('working days, whatever the calendar', () => {
  test('are counted one by one, there and back', () => {
    fc.assert(
      fc.property(working, instant, fc.integer({ min: 1, max: 400 }), (calendar, at, n) => {
        const day = dayOf(calendar, at) as number;
        const nth = workingDayAfter(calendar, day, n);
        const before = workingDayAfter(calendar, day, n - 1);
        if (n > 1) expect(workingDayAfter(calendar, (before as { day: number }).day, 1)).toEqual(nth);
        if (nth && n > 1) expect(workingDayBefore(calendar, nth.day, 1)).toEqual(before);
        if (nth) expect(workingDayBefore(calendar, nth.day + 1, 1)).toEqual(nth);
      }),
      options,
    );
  });

  test('end where closings are counted', () => {
    const tidy = working.filter(({ calendar }) => calendar.timeZone === 'Asia/Shanghai');
    fc.assert(
      fc.property(tidy, instant, fc.integer({ min: 1, max: 30 }), (calendar, at, n) => {
        const due = dueInstant(calendar, at, { kind: 'days', days: n }) as number;
        expect(closingsBetween(calendar, due - 1, due)).toBeGreaterThanOrEqual(1);
        expect(closingsBetween(calendar, due, due)).toBe(0);
      }),
      { ...options, numRuns: 50 },
    );
  });
});

test('closings between two instants are those of the days between, counted one by one', () => {
  fc.assert(
    fc.property(working, instant, fc.integer({ min: 0, max: 60 * 86_400_000 }), (calendar, from, length) => {
      const to = from + length;
      const last = (dayOf(calendar, to) as number) + 4;
      let count = 0;
      for (
        let day = workingDayAfter(calendar, (dayOf(calendar, from) as number) - 4, 1);
        day && day.day < last;
        day = workingDayAfter(calendar, day.day, 1)
      )
        if (day.closing > from && day.closing <= to) count += 1;
      expect(closingsBetween(calendar, from, to)).toBe(count);
    }),
    options,
  );
});

/** Slow and plain: each date's shifts through Temporal, then a mark for every quarter of an hour that some shift covers. */
function quartersWorked(
  { timeZone, week, holidays = [], makeUpDays = {}, exceptions = {} }: Calendar,
  from: number,
  to: number,
): number {
  const marks = new Set<number>();
  const first = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone).toPlainDate().subtract({ days: 3 });
  const last = Temporal.Instant.fromEpochMilliseconds(to).toZonedDateTimeISO(timeZone).toPlainDate().add({ days: 3 });
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    const name = day.toString();
    const free = exceptions[name] === undefined && makeUpDays[name] === undefined && holidays.includes(name);
    const shifts = free ? [] : (exceptions[name] ?? week[makeUpDays[name] ?? (weekdays[day.dayOfWeek - 1] as 'mon')] ?? []);
    for (const [open, close] of shifts) {
      const ends = close > open ? day : day.add({ days: 1 });
      const instants = [day.toPlainDateTime(open), ends.toPlainDateTime(close)].map(
        (wall) => wall.toZonedDateTime(timeZone).epochMilliseconds,
      );
      for (let at = instants[0] as number; at < (instants[1] as number); at += 900_000) if (at >= from && at < to) marks.add(at);
    }
  }
  return marks.size;
}

test.each(zones)('%s agrees with counting quarters of an hour', (timeZone) => {
  const quarter = fc.integer({ min: 0, max: 4 * 24 * 1_400 }).map((quarters) => start + quarters * 900_000);
  fc.assert(
    fc.property(calendars, quarter, fc.integer({ min: 1, max: 4 * 24 * 20 }), (any, from, quarters) => {
      const calendar = { ...any, timeZone };
      const to = from + quarters * 900_000;
      expect(workBetween(compileCalendar(calendar), from, to)).toBe(quartersWorked(calendar, from, to) * 900_000);
    }),
    { ...options, numRuns: 40 },
  );
});
