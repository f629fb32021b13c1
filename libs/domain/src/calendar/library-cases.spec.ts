import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Calendar, Shift } from './calendar.js';
import { dayLength, dayOfDate } from './epoch-day.js';
import { minutesOf, planDays } from './shifts-of-day.js';
import {
  afterWork,
  beforeWork,
  compileCalendar,
  isWorkingInstant,
  nextWorkingInstant,
  spanAt,
  workBetween,
  type WorkingCalendar,
} from './working-calendar.js';
import { ZoneOffsets } from './zone-offsets.js';

interface Theirs extends Omit<Calendar, 'code'> {
  readonly breaks: Readonly<Record<string, readonly Shift[]>>;
}
interface Case {
  readonly id: string;
  readonly calendar: string;
  readonly op: 'add' | 'subtract' | 'between' | 'isOpen' | 'periods' | 'resolveLocal' | 'addDaysKeepTime';
  readonly start: string;
  readonly end: string;
  readonly local: string;
  readonly expected: string;
  readonly plusBusinessSeconds: number;
  readonly minusBusinessSeconds: number;
  readonly expectedSeconds: number;
  readonly expectedOpen: boolean;
  readonly count: number;
  readonly expectedPeriods: readonly (readonly [string, string])[];
}
const library = JSON.parse(readFileSync(new URL('../../test-data/working-time/library-cases.json', import.meta.url), 'utf8')) as {
  readonly calendars: Readonly<Record<string, Theirs>>;
  readonly cases: readonly Case[];
};

/** Matters on which the libraries, or they and we, mean different things. */
const leftOut: Readonly<Record<string, string>> = {
  'business_time-033': 'a range that runs backwards has no working time in it here; this library counts it as negative',
  'businesstimedelta-017': 'a shift whose end is not after its start runs over midnight here; this library takes it as empty',
};
const kept = library.cases.filter(({ id, op }) => op !== 'addDaysKeepTime' && !(id in leftOut));
const of = (op: Case['op']) => kept.filter((one) => one.op === op);

const ms = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const wallTime = (minutes: number) =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Their calendar in our form: `24:00` is `00:00`, a holiday beats an exception, a day with a break is an exception. */
function ours(code: string): WorkingCalendar {
  const { breaks, holidays = [], exceptions = {}, week, timeZone } = library.calendars[code] as Theirs;
  const plain = (shifts: readonly Shift[]) => shifts.map(([from, to]): Shift => [from, to === '24:00' ? '00:00' : to]);
  const own = Object.entries(exceptions).filter(([date]) => !holidays.includes(date));
  const calendar: Calendar = {
    code,
    timeZone,
    holidays,
    exceptions: Object.fromEntries(own.map(([date, shifts]) => [date, plain(shifts)])),
    week: Object.fromEntries(Object.entries(week).map(([day, shifts]) => [day, plain(shifts)])),
  };
  const plan = planDays(calendar);
  const cut = Object.entries(breaks).map(([date, pauses]) => {
    const shifts = plan(dayOfDate(date)).shifts.map(({ from, to }) => [from / 60_000, to / 60_000] as const);
    return [date, pauses.reduce(withoutPause, shifts).map(([from, to]): Shift => [wallTime(from), wallTime(to)])] as const;
  });
  return compileCalendar({ ...calendar, exceptions: { ...calendar.exceptions, ...Object.fromEntries(cut) } });
}

function withoutPause(shifts: readonly (readonly [number, number])[], [start, end]: Shift) {
  const [from, to] = [minutesOf(start), minutesOf(end)];
  return shifts
    .flatMap(([open, close]) => [[open, Math.min(close, from)] as const, [Math.max(open, to), close] as const])
    .filter(([open, close]) => open < close);
}

describe('cases of other libraries', () => {
  test('all but the few that mean something else are looked at', () => {
    expect([library.cases.length, kept.length]).toEqual([194, 187]);
  });
  test.each(of('add'))('$id: $start + $plusBusinessSeconds s', ({ calendar, start, plusBusinessSeconds, expected }) => {
    expect(afterWork(ours(calendar), ms(start), plusBusinessSeconds * 1_000)).toBe(ms(expected));
  });
  test.each(of('subtract'))('$id: $start - $minusBusinessSeconds s', ({ calendar, start, minusBusinessSeconds, expected }) => {
    expect(beforeWork(ours(calendar), ms(start), minusBusinessSeconds * 1_000)).toBe(ms(expected));
  });
  test.each(of('between'))('$id: $start to $end', ({ calendar, start, end, expectedSeconds }) => {
    expect(workBetween(ours(calendar), ms(start), ms(end))).toBe(expectedSeconds * 1_000);
  });
  test.each(of('isOpen'))('$id: open at $start', ({ calendar, start, expectedOpen }) => {
    expect(isWorkingInstant(ours(calendar), ms(start))).toBe(expectedOpen);
  });
  test.each(of('periods'))('$id: $count periods from $start', ({ calendar, start, count, expectedPeriods }) => {
    const working = ours(calendar);
    const periods: (readonly [number, number])[] = [];
    for (let at = ms(start); periods.length < count;) {
      const from = nextWorkingInstant(working, at) as number;
      at = spanAt(working, from)?.to as number;
      periods.push([from, at]);
    }
    expect(periods).toEqual(expectedPeriods.map(([from, to]) => [ms(from), ms(to)]));
  });
  test.each(of('resolveLocal'))('$id: $local', ({ calendar, local, expected }) => {
    const [date = '', time = ''] = local.split('T');
    const seconds = minutesOf(time) * 60 + Number(time.slice(6) || 0);
    const { timeZone } = library.calendars[calendar] as Theirs;
    const offsets = new ZoneOffsets(timeZone, ms(`${date}T00:00Z`) - 9 * dayLength, ms(`${date}T00:00Z`) + 9 * dayLength);
    expect(offsets.instantOf(dayOfDate(date) * dayLength + seconds * 1_000)).toBe(ms(expected));
  });
});
