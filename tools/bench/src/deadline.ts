import {
  compileCalendar,
  dueInstant,
  durationOf,
  weekdays,
  type Calendar,
  type Shift,
  type WorkDuration,
} from '@ledgerline/domain';
import { readFileSync } from 'node:fs';
import { median, print, say } from './figure.js';
import type { Scale } from './scale.js';

const target = 5;
const limits = ['PT2H', 'PT20H', 'P3D', 'P11D'];

/**
 * One deadline on a year's calendar with its years worked out, beside the same arithmetic asked of Temporal day by day. Both
 * are given the same starts; their answers have to agree.
 */
export function deadline(scale: Scale): Promise<void> {
  const shipped = new URL('../../../services/administration/src/installation/shipped/default-calendar.json', import.meta.url);
  const calendar = JSON.parse(readFileSync(shipped, 'utf8')) as Calendar;
  const working = compileCalendar(calendar);
  const first = Temporal.Instant.from('2026-01-01T00:00:00+08:00').epochMilliseconds;
  const starts = Float64Array.from(
    { length: scale.deadlines },
    (_, place) => first + ((place * 7_919_003) % (340 * 86_400)) * 1_000,
  );
  const few = starts.subarray(0, Math.ceil(scale.deadlines / 500));
  for (const work of limits) {
    const limit = durationOf(work);
    const product = (start: number) => dueInstant(working, start, limit) as number;
    const plain = (start: number) => dueThroughTemporal(calendar, start, limit);
    for (const start of few)
      if (product(start) !== plain(start)) throw new Error(`${work} from ${start}: ${product(start)} is not ${plain(start)}`);
    const [products, comparisons]: [number[], number[]] = [[], []];
    for (let round = -1; round < scale.rounds; round += 1) {
      const [one, other] = [microseconds(starts, product), microseconds(few, plain)];
      if (round >= 0) products.push(one);
      if (round >= 0) comparisons.push(other);
    }
    say(`  ${work}`);
    const each = { microseconds: median(products), temporalMicroseconds: median(comparisons) };
    const facts = { limit: work, deadlines: starts.length * scale.rounds, ...each };
    print({
      bench: 'deadline',
      ...facts,
      ratio: each.microseconds / each.temporalMicroseconds,
      target,
      holds: each.microseconds <= target,
    });
  }
  return Promise.resolve();
}

/** Keeps the answers from being optimised away. */
let _answers = 0;

/** Mean over the starts. */
function microseconds(starts: Float64Array, due: (start: number) => number): number {
  const began = performance.now();
  for (const start of starts) _answers += due(start) % 2;
  return ((performance.now() - began) * 1_000) / starts.length;
}

/** A walk over the dates, each wall time made an instant; shifts over midnight are not on this calendar. */
function dueThroughTemporal(calendar: Calendar, start: number, limit: WorkDuration): number {
  let date = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(calendar.timeZone).toPlainDate();
  let left = limit.kind === 'time' ? limit.milliseconds : limit.days;
  if (limit.kind === 'days') date = date.add({ days: 1 });
  for (; ; date = date.add({ days: 1 })) {
    const shifts = shiftsOn(calendar, date).map((shift) => shift.map((time) => instantOf(date, time, calendar.timeZone)));
    if (shifts.length === 0) continue;
    if (limit.kind === 'days') {
      left -= 1;
      if (left === 0) return shifts.at(-1)?.[1] as number;
      continue;
    }
    for (const [open, close] of shifts as [number, number][]) {
      const from = Math.max(open, start);
      if (from >= close) continue;
      if (close - from >= left) return from + left;
      left -= close - from;
    }
  }
}

function shiftsOn(
  { week, holidays = [], makeUpDays = {}, exceptions = {} }: Calendar,
  date: Temporal.PlainDate,
): readonly Shift[] {
  const name = date.toString();
  const weekday = makeUpDays[name] ?? (holidays.includes(name) ? undefined : weekdays[date.dayOfWeek - 1]);
  return exceptions[name] ?? (weekday === undefined ? [] : (week[weekday] ?? []));
}

function instantOf(date: Temporal.PlainDate, time: string, timeZone: string): number {
  return date.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds;
}
