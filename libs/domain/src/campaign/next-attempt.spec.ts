import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileCalendar } from '../calendar/working-calendar.js';
import type { AttemptRule } from './campaign-events.js';
import type { Attempt } from './listed-call.js';
import { isPermitted, mayBeTriedNow, nextAttemptAt } from './next-attempt.js';

const shifts = [['09:00', '12:00'], ['13:30', '18:00']] as const; // prettier-ignore
const days = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const calendar = compileCalendar({
  code: 'c',
  timeZone: 'Asia/Shanghai',
  week: Object.fromEntries(days.map((day) => [day, shifts])),
});
const until = '2026-12-31T00:00:00.000Z';
const rule: AttemptRule = { most: 3, aDay: 1, hoursApart: 3 };
/** Monday, 2 March 2026, and days after. @param time `DD HH:MM` on the wall */
const at = (time: string) =>
  Temporal.Instant.from(`2026-03-${time.replace(' ', 'T')}:00+08:00`).toString({ fractionalSecondDigits: 3 });
const nobody = (...times: readonly string[]): readonly Attempt[] =>
  times.map((time) => ({ at: at(time), by: 'a', outcome: 'no-answer' }));

describe('the next attempt', () => {
  test.each<[string, readonly string[], AttemptRule, string | undefined]>([
    ['is on another day', ['02 09:10'], rule, '03 10:00'],
    ['at an hour that was not tried', ['02 09:10', '03 10:00'], rule, '04 11:00'],
    ['within the permitted hours', ['02 11:30'], rule, '03 09:00'],
    ['on a working day', ['06 10:00'], rule, '09 09:00'],
    ['the same day where the rule has room', ['02 09:10'], { ...rule, aDay: 2 }, '02 13:30'],
    ['not soon after', ['02 17:30'], { ...rule, aDay: 2, hoursApart: 20 }, '03 13:30'],
    ['is none after so many', ['02 09:10', '03 10:00', '04 11:00'], rule, undefined],
  ])('%s', (_, tried, of, expected) => {
    expect(nextAttemptAt(nobody(...tried), of, calendar, until)).toBe(expected === undefined ? undefined : at(expected));
  });

  test('is none after the end', () => {
    expect(nextAttemptAt(nobody('02 09:10'), rule, calendar, at('03 10:00'))).toBeUndefined();
  });

  test('does not count when somebody was reached', () => {
    const later: Attempt = { at: at('02 09:10'), by: 'a', outcome: 'call-later' };
    expect(nextAttemptAt([later, later, later, ...nobody('02 14:00')], rule, calendar, until)).toBe(at('03 09:00'));
  });

  test('that comes late is not at an hour that was tried', () => {
    expect(mayBeTriedNow(nobody('02 09:10'), rule, calendar, at('03 09:50'))).toBe(false);
    expect(mayBeTriedNow(nobody('02 09:10'), rule, calendar, at('03 10:50'))).toBe(true);
    expect(mayBeTriedNow(nobody('02 09:10'), rule, calendar, at('03 12:50'))).toBe(false);
  });

  test('always may be made when it comes, keeps to the rule, and there is an end of attempts', () => {
    const rules = fc.record({
      most: fc.integer({ min: 1, max: 6 }),
      aDay: fc.integer({ min: 1, max: 3 }),
      hoursApart: fc.integer({ min: 1, max: 72 }),
    });
    const late = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(rules, late, (of, minutes) => {
        let now: string | undefined = at('02 09:10');
        const tried: Attempt[] = [];
        while (now !== undefined) {
          expect(mayBeTriedNow(tried, of, calendar, now)).toBe(true);
          tried.push({ at: now, by: 'a', outcome: 'busy' });
          const due = nextAttemptAt(tried, of, calendar, until);
          now = due && firstPossible(due, minutes[tried.length - 1] as number, tried, of);
        }
        expect(tried).toHaveLength(of.most);
        expect(tried.every((one) => isPermitted(calendar, one.at))).toBe(true);
        const hours = tried.map((one) => Temporal.Instant.from(one.at).toZonedDateTimeISO('Asia/Shanghai').hour);
        expect(new Set(hours).size).toBe(hours.length);
      }),
    );
  });
});

/** An agent is late by some minutes, and then finds the first minute at which it may be. */
function firstPossible(due: string, late: number, tried: readonly Attempt[], of: AttemptRule): string {
  for (let minutes = late; ; minutes += 10) {
    const now = Temporal.Instant.from(due).add({ minutes }).toString({ fractionalSecondDigits: 3 });
    if (mayBeTriedNow(tried, of, calendar, now)) return now;
  }
}
