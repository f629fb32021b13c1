import type { RecordMaintenance } from '@ledgerline/contracts';
import { dateAt, nextMaintenance } from '@ledgerline/domain';
import { rejected } from '@ledgerline/kernel';
import { byWhoSeesToIt, type OnEquipment } from '../on-equipment.js';
import type { MaintenanceBasis } from './maintenance-basis.js';
import { planNamed } from './plan-named.js';

/** R12: it was done, and what was found; with that it is known when it is due again. */
export function recordMaintenance({ works }: MaintenanceBasis): OnEquipment<RecordMaintenance> {
  return byWhoSeesToIt(({ plan, on, text }, equipment, { at }) => {
    const found = planNamed(plan, equipment);
    if ('rejection' in found) return found;
    const { schedule, due, lastDoneOn } = found;
    if (due === undefined) return rejected('nothing-left-of-the-plan', { plan });
    if (on > dateAt(at, found)) return rejected('date-is-to-come', { date: on });
    if (lastDoneOn !== undefined && on < lastDoneOn) return rejected('maintenance-was-done-later', { on: lastDoneOn });
    // Of dates, one that was done late is done with, and so is one that was done early.
    const after = 'dates' in schedule && due.plannedOn > on ? due.plannedOn : on;
    const next = nextMaintenance(schedule, after, works);
    const data = { person: equipment.person, plan, on, text, ...(next === undefined ? {} : { next }) };
    return [{ type: 'MaintenanceRecorded', data }];
  });
}
