import { dayOfDate } from '../calendar/epoch-day.js';
import { minutesOf } from '../calendar/shifts-of-day.js';
import type { RosteredPerson } from './rostered-person.js';
import type { ShiftTimes } from './shift-book.js';

/** Minutes of a day. */
export const wholeDay = 1_440;

/** One shift of somebody, in minutes of wall time since 1970-01-01: a day of 23 hours counts as one of 24. */
export interface Duty {
  readonly account: string;
  readonly date: string;
  readonly shift: string;
  readonly from: number;
  readonly to: number;
  /** Without breaks. */
  readonly worked: number;
  /** Spans that are worked, in order, between the breaks. */
  readonly spans: readonly (readonly [from: number, to: number])[];
}

/** Everybody's shifts, what begins first before the rest. Codes that nobody knows give none. */
export function dutiesOf(people: readonly RosteredPerson[], shifts: readonly ShiftTimes[]): readonly Duty[] {
  const byCode = new Map(shifts.map((one) => [one.code, spansOf(one)]));
  return people
    .flatMap(({ account, days }) =>
      Object.entries(days).flatMap(([date, codes]) => {
        const midnight = dayOfDate(date) * wholeDay;
        return codes.flatMap((shift): readonly Duty[] => {
          const spans = byCode.get(shift)?.map(([from, to]) => [midnight + from, midnight + to] as const);
          const [first, last] = [spans?.[0], spans?.at(-1)];
          if (spans === undefined || first === undefined || last === undefined) return [];
          const worked = spans.reduce((sum, [from, to]) => sum + to - from, 0);
          return [{ account, date, shift, from: first[0], to: last[1], worked, spans }];
        });
      }),
    )
    .toSorted((one, other) => one.from - other.from);
}

/** What is worked of a shift, in minutes since the midnight on which its day begins; its breaks lie between. */
export function spansOf(shift: ShiftTimes): readonly (readonly [from: number, to: number])[] {
  const edges = edgesOf(shift);
  const spans = edges.flatMap((edge, place) => (place % 2 === 0 ? [[edge, edges[place + 1] as number] as const] : []));
  return spans.filter(([from, to]) => from < to);
}

/** Each break lies within the shift, and begins when the one before is over. */
export function hasItsBreaksWithin(shift: ShiftTimes): boolean {
  const edges = edgesOf(shift);
  return edges.every((edge, place) => place === 0 || (edges[place - 1] as number) <= edge);
}

/** Beginning, beginning and end of each break, end. */
function edgesOf({ start, end, breaks }: ShiftTimes): readonly number[] {
  const from = minutesOf(start);
  const pauses = breaks.map((one) => {
    const begins = minutesOf(one.from) < from ? minutesOf(one.from) + wholeDay : minutesOf(one.from);
    return [begins, after(begins, one.to)] as const;
  });
  return [from, ...pauses.toSorted(([one], [other]) => one - other).flat(), after(from, end)];
}

/** The first time after so many minutes that the clock shows this. */
function after(minutes: number, wallTime: string): number {
  const rest = (((minutesOf(wallTime) - minutes) % wholeDay) + wholeDay) % wholeDay;
  return minutes + (rest === 0 ? wholeDay : rest);
}

/** Of somebody's shifts the first that begins before another has ended. @param duties of any number of people, in order of their beginning */
export function overlapIn(duties: readonly Duty[]): Duty | undefined {
  const until = new Map<string, number>();
  for (const duty of duties) {
    if (duty.from < (until.get(duty.account) ?? 0)) return duty;
    until.set(duty.account, duty.to);
  }
  return undefined;
}
