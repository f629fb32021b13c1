import {
  coverageOf,
  datesOfMonth,
  daysNotPlanned,
  daysUnderstaffed,
  dutiesOf,
  findingsOnPeople,
  workingDaysOf,
  shiftsOfRoster,
  type Calendar,
  type Duty,
  type RosteredPerson,
  type RosterFinding,
  type ShiftBook,
  type ShiftRoster,
  type RosterStretch,
} from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { calendarInForce } from '../working-time/calendar-in-force.js';
import { rosterOfMonth } from './roster-of-month.js';
import { shiftBookOf } from './shift-books/shift-book-of.js';

/** What a roster is judged by, as it is now. */
export interface RosterBasis {
  readonly book: ShiftBook;
  readonly calendar: Calendar;
  readonly worksOn: (date: string) => boolean;
  /** The department's shifts of the month before and the month after; the published ones alone for whoever is told those alone. */
  readonly beside: readonly Duty[];
}

/**
 * @param seenOf what of a roster may be seen
 * @throws Error where the log has no such calendar
 */
export async function rosterBasis(
  roster: ShiftRoster,
  ledgerline: Ledgerline,
  seenOf: (one: ShiftRoster) => ShiftRoster = (one) => one,
): Promise<RosterBasis> {
  const month = Temporal.PlainYearMonth.from(roster.month);
  const [found, calendar, ...neighbours] = await Promise.all([
    shiftBookOf(roster, ledgerline),
    calendarInForce(roster.calendar, ledgerline),
    ...[month.subtract({ months: 1 }), month.add({ months: 1 })].map((one) =>
      rosterOfMonth(roster.department, one.toString(), ledgerline),
    ),
  ]);
  if (calendar === undefined) throw new Error(`no calendar ${roster.calendar} is in force`);
  const { book } = found;
  const beside = neighbours.flatMap((one) =>
    one === undefined ? [] : dutiesOf(seenOf(one).people, shiftsOfRoster(one, book.shifts)),
  );
  return { book, calendar, worksOn: workingDaysOf(calendar).works, beside };
}

/** Everybody's shifts of the month and of those around it, what begins first before the rest. */
export function dutiesAround(
  people: readonly RosteredPerson[],
  roster: ShiftRoster,
  { book, beside }: RosterBasis,
): readonly Duty[] {
  const own = dutiesOf(people, shiftsOfRoster(roster, book.shifts));
  return [...beside, ...own].toSorted((one, other) => one.from - other.from);
}

/** What the rules say of days of a roster. */
export function findingsOf(roster: ShiftRoster, basis: RosterBasis, stretch: RosterStretch): readonly RosterFinding[] {
  const duties = dutiesAround(roster.people, roster, basis);
  const dates = datesOfMonth(roster.month).filter((date) => stretch.from <= date && date <= stretch.through);
  const { staffing } = basis.book;
  const covered = dates.map((date) => coverageOf(date, { duties, staffing, worksOn: basis.worksOn }));
  return [
    ...findingsOnPeople(duties, basis.book, stretch),
    ...daysNotPlanned(roster.people, dates),
    ...daysUnderstaffed(covered),
  ];
}
