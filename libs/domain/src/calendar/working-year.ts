import type { Calendar } from './calendar.js';
import { dayLength, newYear, type EpochDay } from './epoch-day.js';
import type { DayPlan } from './shifts-of-day.js';
import { ZoneOffsets } from './zone-offsets.js';

/**
 * A year of a calendar, made ready for binary search. Spans are disjoint stretches of work in order: where shifts overlap,
 * the time counts once and belongs to the later-starting shift. They are cut at the year's ends in UTC.
 */
export interface WorkingYear {
  /** Of the year in UTC, milliseconds since the epoch; `to` is the next year's `from`. */
  readonly from: number;
  readonly to: number;
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  /** Working milliseconds of the year before each span; one more entry than spans, the last is the year's sum. */
  readonly worked: Float64Array;
  /** The day to which each span's shift belongs. */
  readonly days: Int32Array;
  /** Days with shifts among the year's local dates, in order, and the end of each one's last shift. */
  readonly workdays: Int32Array;
  readonly lastClosings: Float64Array;
  /** The same ends in the order of time: of shifts over midnight another day's may come first. */
  readonly closingTimes: Float64Array;
  readonly offsets: ZoneOffsets;
}

interface Interval {
  readonly from: number;
  readonly to: number;
  readonly day: EpochDay;
}

/** A shift lasts a day at most and a zone is at most 14 h from UTC; a date line crossed (Apia 2011) adds a day. */
const margin = 3;

export function workingYear(
  year: number,
  { timeZone }: Pick<Calendar, 'timeZone'>,
  plan: (day: EpochDay) => DayPlan,
): WorkingYear {
  const [first, next] = [newYear(year), newYear(year + 1)];
  const [from, to] = [first * dayLength, next * dayLength];
  const offsets = new ZoneOffsets(timeZone, from - (margin + 2) * dayLength, to + (margin + 2) * dayLength);
  const intervals: Interval[] = [];
  const closings: (readonly [EpochDay, number])[] = [];
  for (let day = first - margin; day < next + margin; day += 1) {
    let last = Number.NEGATIVE_INFINITY;
    for (const shift of plan(day).shifts) {
      const interval = { from: at(day, shift.from, offsets), to: at(day, shift.to, offsets), day };
      if (interval.to <= interval.from) continue;
      intervals.push(interval);
      last = Math.max(last, interval.to);
    }
    if (Number.isFinite(last) && day >= first && day < next) closings.push([day, last]);
  }
  const spans = disjoint(intervals)
    .map((span) => ({ ...span, from: Math.max(span.from, from), to: Math.min(span.to, to) }))
    .filter((span) => span.from < span.to);
  const worked = new Float64Array(spans.length + 1);
  for (const [place, span] of spans.entries()) worked[place + 1] = (worked[place] as number) + span.to - span.from;
  return {
    from,
    to,
    opens: Float64Array.from(spans, (span) => span.from),
    closes: Float64Array.from(spans, (span) => span.to),
    worked,
    days: Int32Array.from(spans, ({ day }) => day),
    workdays: Int32Array.from(closings, ([day]) => day),
    lastClosings: Float64Array.from(closings, ([, closing]) => closing),
    closingTimes: Float64Array.from(closings, ([, closing]) => closing).sort(),
    offsets,
  };
}

function at(day: EpochDay, sinceMidnight: number, offsets: ZoneOffsets): number {
  return offsets.instantOf(day * dayLength + sinceMidnight);
}

/** Cuts overlapping intervals so that each instant belongs to the one that started last (of two at once, the later day's). */
function disjoint(intervals: readonly Interval[]): readonly Interval[] {
  const spans: Interval[] = [];
  const open: Interval[] = [];
  let cursor = Number.NEGATIVE_INFINITY;
  const advance = (until: number) => {
    for (let top = open.at(-1); top !== undefined && cursor < until; top = open.at(-1)) {
      const to = Math.min(top.to, until);
      if (to > cursor) spans.push({ from: cursor, to, day: top.day });
      cursor = Math.max(cursor, to);
      if (top.to <= cursor) open.pop();
    }
    cursor = until;
  };
  for (const interval of intervals.toSorted((a, b) => a.from - b.from || a.day - b.day)) {
    advance(interval.from);
    open.push(interval);
  }
  advance(Number.POSITIVE_INFINITY);
  return spans;
}

/** The place of the first item above a value. */
export function firstAbove(sorted: Float64Array | Int32Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
