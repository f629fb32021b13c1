import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { isPublished, shiftsOfRoster, worksHere, type ShiftTimes } from '@ledgerline/domain';
import { whyUnseen, type Ledgerline } from '@ledgerline/host';
import { absencesOf, type Absence } from '../absences.js';
import { rostersCollection } from '../roster-list/roster-list.projection.js';

export interface OwnShiftsFilter {
  readonly from: string;
  readonly through: string;
}

/** A day of one's own that is published: its shifts, or a day off. */
export interface OwnDay {
  readonly date: string;
  readonly department: string;
  readonly roster: string;
  readonly timeZone: string;
  readonly shifts: readonly ShiftTimes[];
  readonly away?: Absence['kind'];
}

/** Rosters looked at: a year of a dozen departments. */
const mostRosters = 200;

/** `GET /rosters/mine`: whoever stands in for somebody sees the absent person's. */
export async function ownShifts(
  { body: { from, through }, principal, after }: QueryRequest<OwnShiftsFilter>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'page'; readonly items: readonly OwnDay[] } | Problem> {
  if (!worksHere(principal.roles)) return problem('not-allowed');
  const { id, onBehalfOf: account = id } = principal;
  const rosters = await ledgerline.live(rostersCollection);
  const why = await whyUnseen(rosters, after, ledgerline);
  if (why) return problem(why);
  // Months before the one after the last: texts of months sort as dates do.
  const month = { from: from.slice(0, 7), before: `${through.slice(0, 7)}~` };
  const { items } = await rosters.find({ where: { kind: 'person', account, month }, sort: ['month'], limit: mostRosters });
  const [first] = items;
  if (first === undefined) return { kind: 'page', items: [] };
  const { timeZone } = first.document;
  const absences = await absencesOf({ accounts: [account], from, through, timeZone }, ledgerline);
  const awayOn = new Map(absences.map(({ date, kind }) => [date, kind]));
  const days = items.flatMap(({ id: roster, document }): readonly OwnDay[] => {
    const times = new Map(shiftsOfRoster(document, []).map((one) => [one.code, one]));
    const own = Object.entries(document.people.find((one) => one.account === account)?.days ?? {});
    const told = own.filter(([date]) => from <= date && date <= through && isPublished(date, document));
    return told.map(([date, codes]) => {
      const away = awayOn.get(date);
      const shifts = codes.flatMap((code) => times.get(code) ?? []);
      const { department, timeZone: zone } = document;
      return { date, department, roster, timeZone: zone, shifts, ...(away === undefined ? {} : { away }) };
    });
  });
  return { kind: 'page', items: days.toSorted((one, other) => (one.date < other.date ? -1 : 1)) };
}
