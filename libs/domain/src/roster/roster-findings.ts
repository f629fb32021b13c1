import { dateOfDay, dayOfDate } from '../calendar/epoch-day.js';
import { wallTimeOf } from '../calendar/shifts-of-day.js';
import { interval, type DayCoverage } from './coverage.js';
import type { Duty } from './duties.js';
import type { RosterFinding } from './roster-finding.js';
import type { RosteredPerson } from './rostered-person.js';

export interface RosterRule {
  readonly minimumRestHours: number;
}

/** The days that are looked at: what lies around them tells of rest and of weeks. */
export interface RosterStretch {
  readonly from: string;
  readonly through: string;
}

/** @param duties of everybody, of the month of the stretch and a week around it, in order of their beginning */
export function findingsOnPeople(duties: readonly Duty[], rule: RosterRule, stretch: RosterStretch): readonly RosterFinding[] {
  return [...Map.groupBy(duties, ({ account }) => account).values()].flatMap((own) => findingsOnOne(own, rule, stretch));
}

function findingsOnOne(
  duties: readonly Duty[],
  { minimumRestHours }: RosterRule,
  { from, through }: RosterStretch,
): readonly RosterFinding[] {
  const account = duties[0]?.account as string;
  const isWithin = (date: string) => from <= date && date <= through;
  const found: Found[] = [];
  const days = [...Map.groupBy(duties, ({ date }) => date)];
  for (const [place, [date, own]] of days.entries()) {
    if (!isWithin(date)) continue;
    const minutes = minutesWorked(own);
    if (minutes > 8 * 60) found.push({ finding: minutes > 11 * 60 ? 'over-eleven-hours' : 'over-eight-hours', date, minutes });
    const rest = restBefore(own, days[place - 1]?.[1]);
    if (rest < minimumRestHours * 60) found.push({ finding: 'rest-too-short', date, minutes: rest });
  }
  const weeks = Map.groupBy(duties, (duty) => mondayOf(duty.date));
  for (const [date, own] of weeks) {
    if (date > through || sundayOf(date) < from) continue;
    const minutes = minutesWorked(own);
    if (new Set(own.map((duty) => duty.date)).size === 7) found.push({ finding: 'no-day-off-in-week', date, minutes });
    if (minutes > 40 * 60) found.push({ finding: 'over-forty-hours', date, minutes });
  }
  const month = through.slice(0, 7);
  const overtime = [...weeks]
    .filter(([date]) => sundayOf(date).startsWith(month))
    .reduce((sum, [, own]) => sum + overtimeOf(own), 0);
  if (overtime > 36 * 60) found.push({ finding: 'over-thirty-six-hours-of-overtime', date: `${month}-01`, minutes: overtime });
  return [...Map.groupBy(found, ({ finding }) => finding)].map(([finding, some]) => {
    const minutes = some.map((one) => one.minutes);
    const worst = finding === 'rest-too-short' ? Math.min(...minutes) : Math.max(...minutes);
    return { finding, account, date: (some[0] as Found).date, times: some.length, minutes: worst };
  });
}

type Found = Required<Pick<RosterFinding, 'finding' | 'date' | 'minutes'>>;

/** Between the last shift of the day before on which there was one and the first of this one. */
function restBefore(day: readonly Duty[], before: readonly Duty[] | undefined): number {
  return before === undefined ? Infinity : Math.min(...day.map(({ from }) => from)) - Math.max(...before.map(({ to }) => to));
}

function minutesWorked(duties: readonly Duty[]): number {
  return duties.reduce((sum, { worked }) => sum + worked, 0);
}

/** Of a week: beyond 40 hours, or beyond 8 a day, whichever is more. */
function overtimeOf(week: readonly Duty[]): number {
  const days = [...Map.groupBy(week, ({ date }) => date).values()].map(minutesWorked);
  const ofDays = days.reduce((sum, minutes) => sum + Math.max(0, minutes - 8 * 60), 0);
  return Math.max(ofDays, minutesWorked(week) - 40 * 60);
}

function sundayOf(monday: string): string {
  return dateOfDay(dayOfDate(monday) + 6);
}

/** The Monday of a date's week. */
export function mondayOf(date: string): string {
  const { dayOfWeek } = Temporal.PlainDate.from(date);
  return dateOfDay(dayOfDate(date) - dayOfWeek + 1);
}

/** Whoever is on the roster and has a day on which nothing is said: neither shift nor day off. */
export function daysNotPlanned(people: readonly RosteredPerson[], dates: readonly string[]): readonly RosterFinding[] {
  return people.flatMap(({ account, days }) => {
    const open = dates.filter((date) => days[date] === undefined);
    const [date] = open;
    return date === undefined ? [] : [{ finding: 'day-not-planned' as const, account, date, times: open.length }];
  });
}

export function daysUnderstaffed(days: readonly DayCoverage[]): readonly RosterFinding[] {
  return days.flatMap(({ date, planned, least }) => {
    const short = least.flatMap((wanted, place) => (wanted > (planned[place] as number) ? [place] : []));
    const [first] = short;
    return first === undefined
      ? []
      : [{ finding: 'understaffed' as const, date, times: short.length, halfHour: wallTimeOf(first * interval) }];
  });
}
