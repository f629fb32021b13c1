import {
  employeeDays,
  monthsOf,
  publishedDaysOf,
  workingDaysOf,
  type Probation,
  type PublishedDays,
  type WorkingDays,
} from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { calendarInForce } from '../../working-time/calendar-in-force.js';
import { rosterOfMonth } from '../../rosters/roster-of-month.js';
import { ruleOf } from '../rule-in-force.js';
import type { LeaveBasis } from './grant-leave.decision.js';

/** The days of a probation as its calendar has it now: holidays of a later year are known later. @throws Error where the log has none */
export async function calendarDays({ roster }: Pick<Probation, 'roster'>, ledgerline: Ledgerline): Promise<WorkingDays> {
  const calendar = await calendarInForce(roster, ledgerline);
  if (calendar === undefined) throw new Error(`no calendar ${roster} is in force`);
  return workingDaysOf(calendar);
}

type OfDepartment = Pick<Probation, 'account' | 'department' | 'reportsOn' | 'lastDay'>;

/** What their department has published for somebody, month by month; nothing of who has no account. */
export async function publishedDays(
  { account, department, reportsOn, lastDay }: OfDepartment,
  ledgerline: Ledgerline,
): Promise<readonly PublishedDays[]> {
  if (account === undefined) return [];
  const months = monthsOf(reportsOn, lastDay);
  const rosters = await Promise.all(months.map((month) => rosterOfMonth(department, month, ledgerline)));
  return rosters.flatMap((roster) => (roster === undefined ? [] : [publishedDaysOf(account, roster)]));
}

/** Leave is taken on the days that they work: by the roster, else by the calendar. */
export async function leaveBasis(probation: Probation, ledgerline: Ledgerline): Promise<LeaveBasis> {
  const [rule, calendar, published] = await Promise.all([
    ruleOf(probation.rule, ledgerline),
    calendarDays(probation, ledgerline),
    publishedDays(probation, ledgerline),
  ]);
  return { rule, roster: employeeDays(calendar, published, new Set()) };
}
