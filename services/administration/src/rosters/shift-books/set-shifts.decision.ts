import type { SetShifts } from '@ledgerline/contracts';
import {
  hasItsBreaksWithin,
  plansRoster,
  usualRestHours,
  type MaybeShiftBook,
  type NamedShift,
  type ShiftBookEvent,
  type shiftBookOwners,
} from '@ledgerline/domain';
import { rejected, type Decide, type Rejection } from '@ledgerline/kernel';

/** Whose it is: a department's, or a site's for its departments that have none. */
export interface BookOwner {
  readonly owner: (typeof shiftBookOwners)[number];
  readonly code: string;
}

/** R12: what a site or department plans its people by, whole as it is from now on. */
export function setShifts({ owner, code }: BookOwner): Decide<SetShifts, MaybeShiftBook, ShiftBookEvent> {
  return (body, before, { actor }) => {
    const { roles = [] } = actor;
    const isAdministrator = roles.includes('administrator');
    // What a site has holds for every department there.
    if (owner === 'site' ? !isAdministrator : !plansRoster({ department: code }, actor)) return rejected('only-own-departments');
    const { staffing = [], minimumRestHours = usualRestHours } = body;
    const { comprehensiveHours = before?.comprehensiveHours ?? false } = body;
    if (comprehensiveHours !== (before?.comprehensiveHours ?? false) && !isAdministrator)
      return rejected('comprehensive-hours-are-the-administrators');
    const shifts = body.shifts.map(({ breaks = [], ...shift }): NamedShift => ({ ...shift, breaks }));
    const after = { shifts, staffing, minimumRestHours, comprehensiveHours };
    return whyNoShifts(shifts) ?? [{ type: 'ShiftsSet', data: after }];
  };
}

function whyNoShifts(shifts: readonly NamedShift[]): Rejection | undefined {
  const codes = shifts.map(({ code }) => code);
  const twice = codes.find((code, place) => codes.indexOf(code) !== place);
  if (twice !== undefined) return rejected('shift-named-twice', { shift: twice });
  const odd = shifts.find((shift) => !hasItsBreaksWithin(shift));
  return odd && rejected('break-outside-the-shift', { shift: odd.code });
}
