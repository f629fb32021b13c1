import type { AmendRoster, PlanRoster } from '@ledgerline/contracts';
import {
  breaksTheLaw,
  findingsOnPeople,
  isPublished,
  mostRostered,
  overlapIn,
  publishedPart,
  shiftsOfRoster,
  withPlanned,
  type PlannedPerson,
  type RosteredPerson,
  type RosterFinding,
  type ShiftRoster,
} from '@ledgerline/domain';
import { rejected, type Rejection } from '@ledgerline/kernel';
import { onThere, type OnRoster } from '../on-roster.js';
import { dutiesAround, type RosterBasis } from '../roster-basis.js';

/** R12: who has what, while it is not published. The rules have their say when it is. */
export function planRoster(basis: RosterBasis, people: readonly PlannedPerson[]): OnRoster<PlanRoster> {
  return onThere((_body, roster) => {
    const published = daysOf(people).find((date) => isPublished(date, roster));
    if (published !== undefined) return rejected('day-is-published', { date: published });
    return whyNotPlanned(people, roster, basis) ?? [{ type: 'RosterPlanned', data: { people } }];
  });
}

/** What is published holds: whoever plans changes it with a reason, and the roster has another edition. */
export function amendRoster(basis: RosterBasis, people: readonly PlannedPerson[]): OnRoster<AmendRoster> {
  return onThere(({ reason }, roster) => {
    const open = daysOf(people).find((date) => !isPublished(date, roster));
    if (open !== undefined) return rejected('day-is-not-published', { date: open });
    const edition = nextEdition(people, roster, basis);
    return 'rejection' in edition
      ? edition
      : [{ type: 'RosterAmended', data: { ...edition, person: roster.person, people, reason } }];
  });
}

/** What a change of published days makes of a roster, and what the rules say of those whose days they are. */
export function nextEdition(people: readonly PlannedPerson[], roster: ShiftRoster, basis: RosterBasis) {
  const refusal = whyNotPlanned(people, roster, basis);
  if (refusal !== undefined) return refusal;
  const after = { ...roster, people: withPlanned(roster.people, people) };
  const dates = daysOf(people).toSorted();
  const stretch = { from: dates[0] as string, through: dates.at(-1) as string };
  const findings = findingsOnPeople(dutiesOfThem(people, after.people, roster, basis), basis.book, stretch);
  return whyAgainstTheLaw(findings, basis) ?? { edition: roster.edition + 1, shifts: shiftsUsed(after, basis), findings };
}

/** The law has the last word, unless the labour authority has approved other hours. */
export function whyAgainstTheLaw(findings: readonly RosterFinding[], { book }: RosterBasis): Rejection | undefined {
  const against = findings.filter(breaksTheLaw);
  if (book.comprehensiveHours || against.length === 0) return undefined;
  return rejected('roster-breaks-the-law', { findings: against.slice(0, 50) });
}

/** The times that are published with it: what was published keeps its own, and a draft's are the shift book's until it is published itself. */
export function shiftsUsed(roster: ShiftRoster, { book }: RosterBasis) {
  const used = new Set(publishedPart(roster).people.flatMap(({ days }) => Object.values(days).flat()));
  const times = shiftsOfRoster(roster, book.shifts).filter(({ code }) => used.has(code));
  return times.map(({ code, start, end, breaks }) => ({ code, start, end, breaks }));
}

export function whyNotPlanned(people: readonly PlannedPerson[], roster: ShiftRoster, basis: RosterBasis): Rejection | undefined {
  const dates = daysOf(people);
  if (dates.length === 0) return rejected('nothing-to-change');
  const { month } = roster;
  const elsewhere = dates.find((date) => !date.startsWith(`${month}-`));
  if (elsewhere !== undefined) return rejected('not-within-the-month', { date: elsewhere, month });
  const known = new Set(shiftsOfRoster(roster, basis.book.shifts).map(({ code }) => code));
  const strange = people.flatMap(({ days }) => Object.values(days).flat()).find((one) => one !== null && !known.has(one));
  if (strange !== undefined) return rejected('unknown-shift', { shift: strange });
  const after = withPlanned(roster.people, people);
  if (after.length > mostRostered) return rejected('too-many-people', { most: mostRostered });
  const overlap = overlapIn(dutiesOfThem(people, after, roster, basis));
  return overlap && rejected('shifts-overlap', { person: overlap.account, date: overlap.date, shift: overlap.shift });
}

/** Of those alone whose days change: the others' are as they were. */
function dutiesOfThem(
  planned: readonly PlannedPerson[],
  after: readonly RosteredPerson[],
  roster: ShiftRoster,
  basis: RosterBasis,
) {
  const theirs = new Set(planned.map(({ account }) => account));
  const isTheirs = ({ account }: { readonly account: string }) => theirs.has(account);
  return dutiesAround(after.filter(isTheirs), roster, { ...basis, beside: basis.beside.filter(isTheirs) });
}

function daysOf(people: readonly PlannedPerson[]): readonly string[] {
  return people.flatMap(({ days }) => Object.keys(days));
}
