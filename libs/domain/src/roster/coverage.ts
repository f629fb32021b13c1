import { dayOfDate } from '../calendar/epoch-day.js';
import { minutesOf } from '../calendar/shifts-of-day.js';
import { wholeDay, type Duty } from './duties.js';
import type { StaffingNeed } from './shift-book.js';

/** The interval of the field, in minutes. */
export const interval = 30;
const intervals = wholeDay / interval;

/** A day by half hours from 00:00: how many are planned for all of the half hour, and how many there have to be. */
export interface DayCoverage {
  readonly date: string;
  readonly planned: readonly number[];
  readonly least: readonly number[];
}

export interface CoverageBasis {
  /** Of the day and the one before it: a shift goes on over midnight. Whoever is away is not among them. */
  readonly duties: readonly Duty[];
  readonly staffing: readonly StaffingNeed[];
  readonly worksOn: (date: string) => boolean;
}

export function coverageOf(date: string, { duties, staffing, worksOn }: CoverageBasis): DayCoverage {
  const midnight = dayOfDate(date) * wholeDay;
  const there: Set<string>[] = Array.from({ length: intervals }, () => new Set());
  for (const { account, spans } of duties)
    for (const [from, to] of spans)
      for (let place = Math.max(0, Math.ceil((from - midnight) / interval)); place < intervals; place += 1) {
        if (midnight + (place + 1) * interval > to) break;
        there[place]?.add(account);
      }
  return { date, planned: there.map(({ size }) => size), least: leastOn(date, staffing, worksOn) };
}

/** A need over midnight goes on into the next day. */
function leastOn(date: string, staffing: readonly StaffingNeed[], worksOn: (date: string) => boolean): readonly number[] {
  const least = Array.from({ length: intervals }, () => 0);
  const eve = Temporal.PlainDate.from(date).subtract({ days: 1 }).toString();
  for (const need of staffing)
    for (const [day, before] of [[date, 0], [eve, wholeDay]] as const) {
      if (need.days !== 'every-day' && (need.days === 'working-days') !== worksOn(day)) continue;
      const from = minutesOf(need.from) - before;
      const to = minutesOf(need.to) > minutesOf(need.from) ? minutesOf(need.to) - before : minutesOf(need.to) + wholeDay - before;
      for (let place = 0; place < intervals; place += 1)
        if (place * interval < to && (place + 1) * interval > from) least[place] = Math.max(least[place] as number, need.least);
    }
  return least;
} // prettier-ignore
