import { instantText } from '@ledgerline/kernel';
import type { Weekday } from './calendar.js';
import type { Timekeeper } from './due-instant.js';
import { dateOfDay, type EpochDay } from './epoch-day.js';
import type { DayRule } from './shifts-of-day.js';
import type { WorkDuration } from './work-duration.js';
import { workBetween, yearOf, type WorkingCalendar } from './working-calendar.js';
import { dayOf, workingDayAfter } from './working-days.js';
import { firstAbove } from './working-year.js';

/** Why days count, or do not: the week, or what the calendar says of the date. */
interface Because {
  readonly because: DayRule['rule'];
  /** Make-up workdays: the weekday as which they work. */
  readonly as?: Weekday;
}

/** How a deadline came about, in order. Dates are local to the calendar, `from` and `to` both included; instants are UTC. */
export type DeadlineStep =
  | { readonly step: 'starts'; readonly at: string; readonly local: string; readonly date?: string }
  | (Because & {
      readonly step: 'counts';
      readonly from: string;
      readonly to: string;
      readonly days: number;
      /** Of work; absent where whole days are counted. */
      readonly seconds?: number;
    })
  | (Because & { readonly step: 'free'; readonly from: string; readonly to: string; readonly days: number })
  /** What follows where there would be too many steps. */
  | { readonly step: 'further'; readonly seconds?: number; readonly days?: number }
  | { readonly step: 'due'; readonly at: string; readonly local: string };

const mostSteps = 60;

/**
 * The steps from a start to a due instant.
 *
 * @param due as `dueInstant` gave it for the same start and limit
 * @param elapsedIn zone in which elapsed time is told; a calendar has its own
 */
export function deadlineSteps(
  timekeeper: Timekeeper,
  start: number,
  due: number,
  limit: WorkDuration,
  elapsedIn = 'UTC',
): readonly DeadlineStep[] {
  const zone = timekeeper === 'elapsed' ? elapsedIn : timekeeper.calendar.timeZone;
  const end: DeadlineStep = { step: 'due', at: instantOf(due), local: localTime(due, zone) };
  const begin = { step: 'starts', at: instantOf(start), local: localTime(start, zone) } as const;
  const day = timekeeper === 'elapsed' ? undefined : dayOf(timekeeper, start);
  if (timekeeper === 'elapsed' || day === undefined) return [begin, end];
  const counted = limit.kind === 'days' ? wholeDays(timekeeper, day, limit.days) : workedDays(timekeeper, start, due);
  return [{ ...begin, date: dateOfDay(day) }, ...runs(timekeeper, { start, due, day, limit }, counted), end];
}

interface CountedDay {
  readonly day: EpochDay;
  readonly milliseconds?: number;
}

function* wholeDays(calendar: WorkingCalendar, after: EpochDay, count: number): Iterable<CountedDay> {
  let day = after;
  for (let n = 0; n < count; n += 1) {
    const next = workingDayAfter(calendar, day, 1);
    if (next === undefined) return;
    day = next.day;
    yield { day };
  }
}

function* workedDays(calendar: WorkingCalendar, start: number, due: number): Iterable<CountedDay> {
  let open: { day: EpochDay; milliseconds: number } | undefined;
  for (let year = yearOf(calendar, start); year <= yearOf(calendar, due); year += 1) {
    const table = calendar.year(year);
    if (table === undefined) return;
    for (let span = firstAbove(table.closes, start); span < table.opens.length; span += 1) {
      const from = Math.max(start, table.opens[span] as number);
      const to = Math.min(due, table.closes[span] as number);
      if (from >= due) break;
      const day = table.days[span] as number;
      if (open && open.day !== day) yield open;
      open = { day, milliseconds: to - from + (open?.day === day ? open.milliseconds : 0) };
    }
  }
  if (open) yield open;
}

/** Joins neighbouring days that count (or are free) for the same reason. */
function runs(
  calendar: WorkingCalendar,
  {
    start,
    due,
    day,
    limit,
  }: { readonly start: number; readonly due: number; readonly day: EpochDay; readonly limit: WorkDuration },
  counted: Iterable<CountedDay>,
): readonly DeadlineStep[] {
  const steps: Run[] = [];
  let previous = day;
  let days = 0;
  let milliseconds = 0;
  for (const one of counted) {
    for (let free = previous + 1; free < one.day; free += 1) join(steps, 'free', free, calendar);
    join(steps, 'counts', one.day, calendar, one.milliseconds);
    previous = one.day;
    if (steps.length > mostSteps) {
      const kept = steps.slice(0, -1);
      const rest =
        limit.kind === 'days'
          ? { days: limit.days - days }
          : { seconds: (workBetween(calendar, start, due) - milliseconds) / 1_000 };
      return [...kept.map(stepOf), { step: 'further', ...rest }];
    }
    days += 1;
    milliseconds += one.milliseconds ?? 0;
  }
  return steps.map(stepOf);
}

interface Run extends Because {
  readonly step: 'counts' | 'free';
  readonly first: EpochDay;
  last: EpochDay;
  milliseconds: number | undefined;
}

function join(runs: Run[], step: Run['step'], day: EpochDay, calendar: WorkingCalendar, milliseconds?: number): void {
  const { by } = calendar.plan(day);
  const as = by.rule === 'make-up' ? by.as : undefined;
  const open = runs.at(-1);
  if (open && open.step === step && open.because === by.rule && open.as === as && open.last === day - 1) {
    open.last = day;
    if (milliseconds !== undefined) open.milliseconds = (open.milliseconds ?? 0) + milliseconds;
  } else runs.push({ step, first: day, last: day, because: by.rule, milliseconds, ...(as === undefined ? {} : { as }) });
}

function stepOf({ step, first, last, because, as, milliseconds }: Run): DeadlineStep {
  const dates = {
    from: dateOfDay(first),
    to: dateOfDay(last),
    days: last - first + 1,
    because,
    ...(as === undefined ? {} : { as }),
  };
  if (step === 'free') return { step, ...dates };
  return { step, ...dates, ...(milliseconds === undefined ? {} : { seconds: milliseconds / 1_000 }) };
}

/** RFC 3339 in UTC, with no more of a second than there is: as Temporal writes it, at a tenth of the cost. */
export function instantOf(milliseconds: number): string {
  const text = instantText(milliseconds);
  return text.endsWith('.000Z') ? `${text.slice(0, -'.000Z'.length)}Z` : text.replace(/0+Z$/, 'Z');
}

/** RFC 3339 with the zone's offset. */
export function localTime(milliseconds: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toString({ timeZone });
}
