import { rosterOf, type Probation, type Roster } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { calendarInForce } from '../../working-time/calendar-in-force.js';
import { ruleOf } from '../rule-in-force.js';
import type { LeaveBasis } from './grant-leave.decision.js';

/** The roster of a probation as its calendar has it now: holidays of a later year are known later. @throws Error where the log has none */
export async function rosterInForce({ roster }: Pick<Probation, 'roster'>, ledgerline: Ledgerline): Promise<Roster> {
  const calendar = await calendarInForce(roster, ledgerline);
  if (calendar === undefined) throw new Error(`no calendar ${roster} is in force`);
  return rosterOf(calendar);
}

export async function leaveBasis(probation: Probation, ledgerline: Ledgerline): Promise<LeaveBasis> {
  const [rule, roster] = await Promise.all([ruleOf(probation.rule, ledgerline), rosterInForce(probation, ledgerline)]);
  return { rule, roster };
}
