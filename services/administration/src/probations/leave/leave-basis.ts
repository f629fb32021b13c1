import { documentFold, inForce, rosterOf, type Calendar, type Probation, type Roster } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText, streamName } from '@ledgerline/kernel';
import { ruleOf } from '../rule-in-force.js';
import type { LeaveBasis } from './grant-leave.decision.js';

/** The roster of a probation as its calendar has it now: holidays of a later year are known later. @throws Error where the log has none */
export async function rosterInForce({ roster }: Pick<Probation, 'roster'>, { commands, clock }: Ledgerline): Promise<Roster> {
  const { state } = await commands.current(streamName('document', `calendar-${roster}`), documentFold);
  const found = inForce(state, instantText(clock.now()));
  if (found === undefined) throw new Error(`no calendar ${roster} is in force`);
  return rosterOf(found.body as Calendar);
}

export async function leaveBasis(probation: Probation, ledgerline: Ledgerline): Promise<LeaveBasis> {
  const [rule, roster] = await Promise.all([ruleOf(probation.rule, ledgerline), rosterInForce(probation, ledgerline)]);
  return { rule, roster };
}
