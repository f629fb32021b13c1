import type { Problem, QueryRequest } from '@ledgerline/contracts';
import {
  coverageOf,
  datesOfMonth,
  dayOfDate,
  isPublished,
  planDays,
  publishedPart,
  rosterFold,
  shiftsOfRoster,
  sightOfRoster,
  type DayCoverage,
  type DayRule,
  type NamedShift,
  type RosterChange,
  type RosteredPerson,
  type RosterFinding,
  type ShiftRoster,
} from '@ledgerline/domain';
import { oneRecord, shownStep, type Ledgerline, type RecordKind, type ShownStep } from '@ledgerline/host';
import { absencesOf, awayAllDay, dayOfSomebody, type Absence } from '../absences.js';
import { dutiesAround, findingsOf, rosterBasis } from '../roster-basis.js';
import { shownRoster, type ShownRoster } from './list-rosters.query.js';

/** A day as the calendar has it: holiday, make-up workday (调休), exception, or by the week; and how many there are by half hours, who is away left out. */
export interface RosterDay extends DayCoverage {
  readonly rule: DayRule['rule'];
  readonly works: boolean;
  readonly published: boolean;
}

/** Somebody is away; why is told to whoever sees the roster whole, and to themselves. */
export type ShownAbsence = Omit<Absence, 'kind'> & { readonly kind?: Absence['kind'] };

/** One roster: who has what, what the calendar and the rules say of it, and what was asked for. */
export type OneRoster = Omit<ShownRoster, 'people'> & {
  readonly shifts: readonly NamedShift[];
  readonly days: readonly RosterDay[];
  readonly people: readonly RosteredPerson[];
  readonly absences: readonly ShownAbsence[];
  readonly changes: readonly RosterChange[];
  /** What the rules say of the month as it stands: to whoever sees it whole. */
  readonly findings?: readonly RosterFinding[];
  readonly history?: readonly ShownStep[];
};

const rosterKind: RecordKind<ShiftRoster> = {
  category: 'roster',
  fold: rosterFold,
  sees: (roster, principal) => sightOfRoster(roster, principal) !== undefined,
  notFound: 'roster-not-found',
};

/** `GET /rosters/{id}`. */
export async function oneRoster(
  { body: { id }, principal }: QueryRequest<{ readonly id: string }>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'one'; readonly roster: OneRoster } | Problem> {
  const record = await oneRecord(rosterKind, { id, principal }, ledgerline);
  if ('code' in record) return record;
  const { state, events } = record;
  const sight = sightOfRoster(state, principal) as 'whole' | 'published';
  const { id: self, onBehalfOf = self } = principal;
  const seenOf = (one: ShiftRoster) => (sight === 'whole' ? one : publishedPart(one));
  const roster = seenOf(state);
  const basis = await rosterBasis(roster, ledgerline, seenOf);
  const dates = datesOfMonth(roster.month);
  const stretch = { from: dates[0] as string, through: dates.at(-1) as string };
  const accounts = roster.people.map(({ account }) => account);
  const absences = await absencesOf({ accounts, ...stretch, timeZone: roster.timeZone }, ledgerline);
  const away = awayAllDay(absences);
  const duties = dutiesAround(roster.people, roster, basis).filter((duty) => !away.has(dayOfSomebody(duty)));
  const plan = planDays(basis.calendar);
  const { people: _people, ...shown } = shownRoster({ ...roster, id, version: events.length }, sight);
  const one: OneRoster = {
    ...shown,
    shifts: namedShifts(roster, basis.book.shifts),
    days: dates.map((date) => ({
      ...coverageOf(date, { duties, staffing: basis.book.staffing, worksOn: basis.worksOn }),
      rule: plan(dayOfDate(date)).by.rule,
      works: basis.worksOn(date),
      published: isPublished(date, roster),
    })),
    people: roster.people,
    absences: absences.map(({ kind, ...absence }) =>
      sight === 'whole' || absence.account === onBehalfOf ? { ...absence, kind } : absence,
    ),
    changes: roster.changes.filter((one) => sight === 'whole' || [one.account, one.with].includes(onBehalfOf)),
    ...(sight === 'whole'
      ? { findings: findingsOf(roster, basis, stretch), history: events.map((event) => shownStep(event, notTold)) }
      : {}),
  };
  return { kind: 'one', roster: one };
}

/** What stands in the roster itself. */
const notTold = ['shifts', 'findings', 'people'];

/** Times as this roster has them, names as the shift book has them now. */
function namedShifts(roster: ShiftRoster, book: readonly NamedShift[]): readonly NamedShift[] {
  const names = new Map(book.map(({ code, name }) => [code, name]));
  return shiftsOfRoster(roster, book).map(({ code, start, end, breaks }) => ({
    code,
    name: names.get(code) ?? code,
    start,
    end,
    breaks,
  }));
}
