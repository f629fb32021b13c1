import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { kindOfPeriod, lastPeriod, monthsOfPeriod, periodBefore, periodNamed, periodsAt } from './digest-period.js';

const zone = 'Asia/Shanghai';
const at = (time: string) => Temporal.Instant.from(time).epochMilliseconds;

describe('a period', () => {
  test.each([
    ['2026-W10', '2026-03-01T16:00:00.000Z', '2026-03-08T16:00:00.000Z'],
    ['2026-W01', '2025-12-28T16:00:00.000Z', '2026-01-04T16:00:00.000Z'],
    ['2026-W53', '2026-12-27T16:00:00.000Z', '2027-01-03T16:00:00.000Z'],
    ['2026-02', '2026-01-31T16:00:00.000Z', '2026-02-28T16:00:00.000Z'],
  ])('%s begins and ends at midnight of its zone', (name, from, to) => {
    expect(periodNamed(name, zone)).toEqual({ name, from, to });
  });

  test.each(['2025-W53', '2026-W00', '2026-13', '2026-00', '2026-3', 'W10', '1066-10', '2026-W10-1', ''])(
    '%j is none',
    (name) => {
      expect(periodNamed(name, zone)).toBeUndefined();
    },
  );

  test('has the hours of daylight saving', () => {
    const { from, to } = periodNamed('2026-W13', 'Europe/Berlin') as { from: string; to: string };
    expect((at(to) - at(from)) / 3_600_000).toBe(7 * 24 - 1);
  });

  test('is the last one from the moment on at which it is over', () => {
    expect(lastPeriod('week', at('2026-03-08T15:59:59.999Z'), zone).name).toBe('2026-W09');
    expect(lastPeriod('week', at('2026-03-08T16:00:00Z'), zone).name).toBe('2026-W10');
    expect(lastPeriod('month', at('2026-02-28T16:00:00Z'), zone).name).toBe('2026-02');
  });

  test('follows the one before it without a gap, in any zone, at any time', () => {
    const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe');
    const moments = fc.integer({ min: at('1975-01-01T00:00:00Z'), max: at('2190-01-01T00:00:00Z') });
    fc.assert(
      fc.property(moments, zones, fc.constantFrom('week', 'month'), (now, timeZone, kind) => {
        const last = lastPeriod(kind, now, timeZone);
        expect(kindOfPeriod(last.name)).toBe(kind);
        expect(at(last.to)).toBeLessThanOrEqual(now);
        expect(periodNamed(last.name, timeZone)).toEqual(last);
        expect(periodBefore(last, timeZone).to).toBe(last.from);
        expect(periodBefore(last, timeZone, 2)).toEqual(periodBefore(periodBefore(last, timeZone), timeZone));
      }),
    );
  });

  test('is where its instants say that they lie, whichever was asked for before', () => {
    const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe');
    const moments = fc.integer({ min: at('1975-01-01T00:00:00Z'), max: at('2190-01-01T00:00:00Z') });
    const hours = fc.array(fc.integer({ min: -72, max: 72 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(moments, zones, hours, (first, timeZone, later) => {
        for (const moment of later.map((n) => first + n * 3_600_000)) {
          const { week, month } = periodsAt(moment, timeZone);
          for (const name of [week, month]) {
            const { from, to } = periodNamed(name, timeZone) as { from: string; to: string };
            expect(at(from) <= moment && moment < at(to)).toBe(true);
          }
        }
      }),
    );
  });

  test.each([
    ['2026-W10', ['2026-03']],
    ['2026-W09', ['2026-02', '2026-03']],
    ['2026-W01', ['2025-12', '2026-01']],
    ['2026-02', ['2026-02']],
    ['2026-13', []],
  ])('%s has days in the months %j', (name, months) => {
    expect(monthsOfPeriod(name)).toEqual(months);
  });
});
