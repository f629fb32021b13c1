import type { EpochDay } from '../calendar/epoch-day.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { expectDays, mean, volumeOf, type DayVolume } from './forecast.js';

/** How far a forecast was off. Days that nothing could be expected of are left out. */
export interface ForecastError {
  readonly days: number;
  /** Mean of the absolute errors of a day. */
  readonly meanAbsolute: number;
  /** Sum of the absolute errors by the sum of what came; undefined where nothing came. */
  readonly share: number | undefined;
  /** Mean of what was expected less what came: above nothing, too much was expected. */
  readonly bias: number;
  /** Nine of ten days were off by no more. */
  readonly nineOfTen: number;
}

export interface HoldOut {
  readonly from: EpochDay;
  readonly to: EpochDay;
  readonly error: ForecastError;
  /** The same days, each expected to be as the same weekday of the last week before them was. */
  readonly naive: ForecastError;
}

/**
 * The last days of a history forecast from the days before them, as the days to come are from all of it. undefined where that leaves
 * less than two weeks to forecast from.
 */
export function holdOut(history: readonly DayVolume[], days: number, calendar: WorkingCalendar | undefined): HoldOut | undefined {
  const [known, held] = [history.slice(0, -days), history.slice(-days)];
  const [first, last] = [held.at(0), held.at(-1)];
  if (first === undefined || last === undefined || known.length < 14) return undefined;
  const expected = expectDays(known, held.map(({ day }) => day), calendar); // prettier-ignore
  const week = known.slice(-7);
  return {
    from: first.day,
    to: last.day,
    error: errorOf(held, expected.map((one) => one.expected)), // prettier-ignore
    naive: errorOf(held, held.map((_, place) => volumeOf(week[place % 7] as DayVolume))), // prettier-ignore
  };
}

function errorOf(held: readonly DayVolume[], expected: readonly (number | undefined)[]): ForecastError {
  const told = held.flatMap((volume, place) => {
    const one = expected[place];
    return one === undefined ? [] : [{ came: volumeOf(volume), off: one - volumeOf(volume) }];
  });
  const absolute = told.map(({ off }) => Math.abs(off)).toSorted((a, b) => a - b);
  const came = told.reduce((sum, one) => sum + one.came, 0);
  return {
    days: told.length,
    meanAbsolute: mean(absolute),
    share: came === 0 ? undefined : absolute.reduce((sum, one) => sum + one, 0) / came,
    bias: mean(told.map(({ off }) => off)),
    nineOfTen: absolute[Math.ceil(absolute.length * 0.9) - 1] ?? 0,
  };
}
