import { dateAt, datesBetween } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { probationsCollection } from '../probations/probation-list/probation-list.projection.js';
import { substitutionsCollection } from '../substitutes/substitution-list.projection.js';

/** Somebody who is away on a day that was approved: on leave, for half of it, or with somebody standing in for them. */
export interface Absence {
  readonly account: string;
  readonly date: string;
  readonly kind: 'leave' | 'half-day-leave' | 'stood-in-for';
}

interface Within {
  readonly accounts: readonly string[];
  /** Dates in `timeZone`, both with them. */
  readonly from: string;
  readonly through: string;
  readonly timeZone: string;
}

/** Accounts asked about in one go. */
const atOnce = 200;

export async function absencesOf({ accounts, ...stretch }: Within, ledgerline: Ledgerline): Promise<readonly Absence[]> {
  const found: Absence[] = [];
  for (let first = 0; first < accounts.length; first += atOnce) {
    const some = accounts.slice(first, first + atOnce);
    found.push(...(await onLeave(some, ledgerline)), ...(await stoodInFor(some, stretch, ledgerline)));
  }
  return found.filter(({ date }) => stretch.from <= date && date <= stretch.through);
}

/** Who is not there at all on which day; half a day's leave leaves the shift to whoever plans. */
export function awayAllDay(absences: readonly Absence[]): ReadonlySet<string> {
  return new Set(absences.flatMap((one) => (one.kind === 'half-day-leave' ? [] : [dayOfSomebody(one)])));
}

/** By which a day of theirs is looked up in it. */
export function dayOfSomebody({ account, date }: { readonly account: string; readonly date: string }): string {
  return `${account} ${date}`;
}

/** Leave that was granted (R13.3). */
async function onLeave(accounts: readonly string[], ledgerline: Ledgerline): Promise<readonly Absence[]> {
  const probations = await ledgerline.live(probationsCollection);
  const { items } = await probations.find({ where: { account: { in: accounts } }, limit: 1_000 });
  return items.flatMap(({ document: { account, leaves } }) =>
    leaves.flatMap(({ dates, half, withdrawn }) =>
      withdrawn || account === undefined
        ? []
        : dates.map((date) => ({ account, date, kind: half ? ('half-day-leave' as const) : ('leave' as const) })),
    ),
  );
}

async function stoodInFor(
  accounts: readonly string[],
  { from, through, timeZone }: Omit<Within, 'accounts'>,
  ledgerline: Ledgerline,
): Promise<readonly Absence[]> {
  const substitutions = await ledgerline.live(substitutionsCollection);
  const { items } = await substitutions.find({ where: { absent: { in: accounts }, until: { from } }, limit: 1_000 });
  return items.flatMap(({ document, row }) => {
    const [first, last] = [dateAt(document.from, { timeZone }), dateAt(String(row['until']), { timeZone })];
    const dates = datesBetween(first < from ? from : first, last > through ? through : last);
    return dates.map((date) => ({ account: document.absent, date, kind: 'stood-in-for' as const }));
  });
}
