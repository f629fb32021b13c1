import type { EpochDay } from '../calendar/epoch-day.js';
import type { WorkingCalendar } from '../calendar/working-calendar.js';
import { isStandIn, kindOfDay, type DayKind } from './day-kind.js';

/** How much came on one day, by the hours of its clock (24 numbers). */
export interface DayVolume {
  readonly day: EpochDay;
  readonly hours: readonly number[];
}

export interface ExpectedDay {
  readonly day: EpochDay;
  readonly kind: DayKind;
  /** undefined where the history has no day like it. */
  readonly expected: number | undefined;
  readonly hours: readonly number[];
  /** The days of which it is the mean, latest first. */
  readonly restsOn: readonly EpochDay[];
}

/** Days of the same kind that an expectation is the mean of. */
export const likeDays = 4;

/**
 * What to expect on days to come: the mean of the last four days of the same kind, hour by hour. A seasonal mean: as robust as the seasonal
 * naive forecast, and one odd day counts a quarter. Where there was no such day yet, the last days that stand in for it.
 *
 * @param history in order of days, without gaps: a day on which nothing came is zeros
 */
export function expectDays(
  history: readonly DayVolume[],
  days: readonly EpochDay[],
  calendar: WorkingCalendar | undefined,
): readonly ExpectedDay[] {
  const latest = history.toReversed().map((volume) => ({ ...volume, kind: kindOfDay(volume.day, calendar) }));
  return days.map((day) => {
    const kind = kindOfDay(day, calendar);
    const same = latest.filter((one) => one.kind === kind).slice(0, likeDays);
    const like = same.length > 0 ? same : latest.filter((one) => isStandIn(one.kind, kind, calendar)).slice(0, likeDays);
    const hours = Array.from({ length: 24 }, (_, hour) => mean(like.map((one) => one.hours[hour] ?? 0)));
    const expected = like.length === 0 ? undefined : hours.reduce((sum, one) => sum + one, 0);
    return { day, kind, expected, hours: like.length === 0 ? [] : hours, restsOn: like.map((one) => one.day) };
  });
}

export function volumeOf({ hours }: DayVolume): number {
  return hours.reduce((sum, one) => sum + one, 0);
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, one) => sum + one, 0) / values.length;
}
