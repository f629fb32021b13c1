import { isPublished, type NamedShift, type PlannedPerson, type ShiftRoster } from '@ledgerline/domain';
import { rejected } from '@ledgerline/kernel';
import { onThere, type OnRoster } from '../on-roster.js';
import type { RosterBasis } from '../roster-basis.js';
import type { Named } from './people-planned.js';
import { whyNotPlanned } from './plan-roster.decision.js';

/** A row of a table: who, and what stands under each date; an empty text says nothing. */
export interface RosterRow {
  readonly line: number;
  readonly person: string;
  readonly days: Readonly<Record<string, string>>;
}
export interface ImportRoster {
  readonly rows: readonly RosterRow[];
}

/** What is wrong with a line, and where in it. */
interface RowFault {
  readonly line: number;
  readonly code: string;
  readonly date?: string;
  readonly shift?: string;
}

const mostFaultsTold = 200;
/** What people write into tables for a day off. */
const dayOff = new Set(['休', '休息', 'off', 'OFF', '-']);

/** All of a table or nothing of it; every line that is wrong is told. @param members who is meant, by what stands in the table */
export function importRoster(basis: RosterBasis, members: ReadonlyMap<string, Named>): OnRoster<ImportRoster> {
  return onThere(({ rows }, roster) => {
    const faults: RowFault[] = [];
    const people: PlannedPerson[] = [];
    const seen = new Set<string>();
    for (const row of rows) {
      const named = members.get(row.person) ?? { rejection: 'unknown-person' as const };
      if ('rejection' in named) faults.push({ line: row.line, code: named.rejection });
      else if (seen.has(named.account)) faults.push({ line: row.line, code: 'person-named-twice' });
      else {
        seen.add(named.account);
        const read = daysOfRow(row, basis.book.shifts);
        const own = withoutPublished(named.account, read.days, roster);
        faults.push(...read.faults, ...own.published.map((date) => ({ line: row.line, code: 'day-is-published', date })));
        const one = { account: named.account, days: own.days };
        if (Object.keys(own.days).length === 0) continue;
        const why = read.faults.length === 0 ? whyNotPlanned([one], roster, basis) : undefined;
        if (why !== undefined) faults.push({ line: row.line, code: why.rejection, ...dateOf(why['date']) });
        people.push(one);
      }
    }
    if (faults.length > 0) return rejected('roster-table-has-faults', { faults: faults.slice(0, mostFaultsTold) });
    return whyNotPlanned(people, roster, basis) ?? [{ type: 'RosterPlanned', data: { people } }];
  });
}

function daysOfRow({ line, days }: RosterRow, shifts: readonly NamedShift[]) {
  const faults: RowFault[] = [];
  const read: Record<string, readonly string[]> = {};
  for (const [date, text] of Object.entries(days)) {
    if (text === '') continue;
    const words = dayOff.has(text) ? [] : text.split(/\s*[+、,，/]\s*/u);
    const codes = words.map((word) => shifts.find(({ code, name }) => code === word || name === word)?.code);
    for (const [place, code] of codes.entries())
      if (code === undefined) faults.push({ line, code: 'unknown-shift', date, shift: (words[place] as string).slice(0, 40) });
    read[date] = [...new Set(codes.filter((code) => code !== undefined))];
  }
  return { days: read, faults };
}

/** A table that was taken out and comes back has the published days too: as they were they are no fault. */
function withoutPublished(account: string, days: Readonly<Record<string, readonly string[]>>, roster: ShiftRoster) {
  const before = roster.people.find((one) => one.account === account)?.days ?? {};
  const told = Object.entries(days).filter(([date]) => isPublished(date, roster));
  const published = told.filter(([date, shifts]) => String(before[date]) !== String(shifts)).map(([date]) => date);
  return { published, days: Object.fromEntries(Object.entries(days).filter(([date]) => !isPublished(date, roster))) };
}

function dateOf(date: unknown): { readonly date?: string } {
  return typeof date === 'string' ? { date } : {};
}
