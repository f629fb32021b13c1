import type { RosterCell } from '@ledgerline/contracts';
import { accountFold, type PlannedPerson } from '@ledgerline/domain';
import { accountIdOf, type Ledgerline } from '@ledgerline/host';
import { rejected, streamName, type Rejection } from '@ledgerline/kernel';

/** Why somebody is not planned, or who it is. */
export type Named = { readonly account: string } | { readonly rejection: 'unknown-person' | 'not-of-the-department' };

/** Who is meant, if they work in the department. @param person id or username */
export async function memberNamed(person: string, department: string, ledgerline: Ledgerline): Promise<Named> {
  const account = accountIdOf(person, ledgerline);
  const { state } = await ledgerline.commands.current(streamName('account', account), accountFold);
  if (state === undefined || state.deactivated === true) return { rejection: 'unknown-person' };
  return state.departments.includes(department) ? { account } : { rejection: 'not-of-the-department' };
}

/** Cells by whose they are. Whoever has left the department can be taken out of the plan, and not into it. */
export async function peoplePlanned(
  cells: readonly RosterCell[],
  department: string,
  ledgerline: Ledgerline,
): Promise<readonly PlannedPerson[] | Rejection> {
  const people: PlannedPerson[] = [];
  for (const [person, own] of Map.groupBy(cells, (cell) => cell.person)) {
    if (own.some(({ shifts }) => shifts !== undefined)) {
      const named = await memberNamed(person, department, ledgerline);
      if ('rejection' in named) return rejected(named.rejection, { person });
    }
    const days = Object.fromEntries(own.map(({ date, shifts = null }) => [date, shifts]));
    people.push({ account: accountIdOf(person, ledgerline), days });
  }
  return people;
}
