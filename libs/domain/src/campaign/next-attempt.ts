import { isWorkingInstant, nextWorkingInstant, type WorkingCalendar } from '../calendar/working-calendar.js';
import type { AttemptRule } from './campaign-events.js';
import type { Attempt } from './listed-call.js';

const hour = 3_600_000;
/** Looks for an hour that was not tried: more than there are hours in the days that a rule could want. */
const mostLooks = 500;

/** Attempts at which nobody was there. */
function unreached(attempts: readonly Attempt[]): readonly Attempt[] {
  return attempts.filter(({ outcome }) => outcome === 'no-answer' || outcome === 'busy');
}

/**
 * When somebody who was not there may be tried again: not before the rule's hours have passed, on a day that has room, at an hour of the day at
 * which they were not tried, and within the permitted hours (the calendar's, by its time zone).
 *
 * @param attempts so far, the last one too
 * @returns RFC 3339, UTC; undefined where there is no such time before `until`
 */
export function nextAttemptAt(
  attempts: readonly Attempt[],
  rule: AttemptRule,
  calendar: WorkingCalendar,
  until: string,
): string | undefined {
  const tried = unreached(attempts);
  const last = tried.at(-1);
  if (last === undefined || tried.length >= rule.most) return undefined;
  const end = Temporal.Instant.from(until).epochMilliseconds;
  let instant: number | undefined = Temporal.Instant.from(last.at).epochMilliseconds + rule.hoursApart * hour;
  for (let looks = 0; looks < mostLooks; looks += 1) {
    instant = nextWorkingInstant(calendar, instant);
    if (instant === undefined || instant >= end) return undefined;
    const later = notBefore(instant, tried, rule, calendar);
    if (later === undefined) return Temporal.Instant.fromEpochMilliseconds(instant).toString({ fractionalSecondDigits: 3 });
    instant = later;
  }
  return undefined;
}

/** May be tried at this very moment, as far as the rule goes; an agent may be late. */
export function mayBeTriedNow(attempts: readonly Attempt[], rule: AttemptRule, calendar: WorkingCalendar, at: string): boolean {
  const instant = Temporal.Instant.from(at).epochMilliseconds;
  return isPermitted(calendar, at) && notBefore(instant, unreached(attempts), rule, calendar) === undefined;
}

/** Nobody is called outside the permitted hours. */
export function isPermitted(calendar: WorkingCalendar, at: string): boolean {
  return isWorkingInstant(calendar, Temporal.Instant.from(at).epochMilliseconds);
}

/** undefined where it may be at this instant; else the first one at which what stands in the way now does not. */
function notBefore(
  instant: number,
  tried: readonly Attempt[],
  { aDay }: AttemptRule,
  { calendar: { timeZone } }: WorkingCalendar,
): number | undefined {
  const wall = (text: string) => Temporal.Instant.from(text).toZonedDateTimeISO(timeZone);
  const here = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  const before = tried.map(({ at }) => wall(at));
  const onThatDay = before.filter((one) => one.toPlainDate().equals(here.toPlainDate()));
  if (onThatDay.length >= aDay) return here.add({ days: 1 }).startOfDay().epochMilliseconds;
  if (!before.some((one) => one.hour === here.hour)) return undefined;
  return here.round({ smallestUnit: 'hour', roundingMode: 'floor' }).add({ hours: 1 }).epochMilliseconds;
}
