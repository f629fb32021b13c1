import type { ApproveRosterChange, RefuseRosterChange } from '@ledgerline/contracts';
import { dateAt, daysAfter, powerOf, type RosterChange, type ShiftRoster } from '@ledgerline/domain';
import { rejected, type ByWhom, type Rejection } from '@ledgerline/kernel';
import { onThere, type OnRoster } from '../on-roster.js';
import { nextEdition } from '../plan-roster/plan-roster.decision.js';
import type { RosterBasis } from '../roster-basis.js';
import { openChange } from './open-change.js';

/** Decided on the days as they stand: an amendment in between is exchanged with the rest. */
export function approveRosterChange(basis: RosterBasis): OnRoster<ApproveRosterChange> {
  return onThere(({ request }, roster, by) => {
    const found = decidable(request, roster, by);
    if ('rejection' in found) return found;
    if (found.state !== 'agreed') return rejected('not-agreed-yet', { request });
    const dates = [found.date, found.withDate ?? found.date];
    const passed = dates.find((date) => date < dateAt(by.at, roster));
    if (passed !== undefined) return rejected('date-has-passed', { date: passed });
    const edition = nextEdition(daysAfter(found, roster), roster, basis);
    return 'rejection' in edition ? edition : [{ type: 'RosterChangeApproved', data: { ...edition, request } }];
  });
}

export const refuseRosterChange: OnRoster<RefuseRosterChange> = onThere(({ request, reason }, roster, by) => {
  const found = decidable(request, roster, by);
  return 'rejection' in found ? found : [{ type: 'RosterChangeRefused', data: { person: roster.person, request, reason } }];
});

/** Nobody decides about their own days. */
function decidable(request: number, roster: ShiftRoster, by: ByWhom): RosterChange | Rejection {
  const found = openChange(request, roster);
  if ('rejection' in found) return found;
  const ofThem = [found.account, found.with];
  return ofThem.includes(powerOf(by)) || ofThem.includes(by.actor.id) ? rejected('own-request') : found;
}
