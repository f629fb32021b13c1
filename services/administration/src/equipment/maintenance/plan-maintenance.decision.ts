import type { EndMaintenance, PlanMaintenance, ReviseMaintenance } from '@ledgerline/contracts';
import {
  dateAt,
  dayAfter,
  maintenanceOn,
  mostPlans,
  nextMaintenance,
  type MaintenanceDue,
  type MaintenanceSchedule,
} from '@ledgerline/domain';
import { rejected, type Rejection } from '@ledgerline/kernel';
import { whileInUse, type OnEquipment } from '../on-equipment.js';
import { planNamed } from './plan-named.js';
import type { MaintenanceBasis } from './maintenance-basis.js';

/** Reminders unless a plan says otherwise. */
const [usualDays, usualTime] = [[7, 1], '09:00'];

export function planMaintenance(basis: MaintenanceBasis): OnEquipment<PlanMaintenance> {
  return whileInUse((body, { person, plans }, { at }) => {
    if (plans.length >= mostPlans) return rejected('too-many-plans', { most: mostPlans });
    const planned = plannedBy(body, { ...basis, today: dateAt(at, basis) });
    if ('rejection' in planned) return planned;
    return [{ type: 'MaintenancePlanned', data: { ...planned, person, plan: plans.length + 1 } }];
  });
}

/** An interval goes on counting from the day on which it was last done. */
export function reviseMaintenance(basis: MaintenanceBasis): OnEquipment<ReviseMaintenance> {
  return whileInUse(({ plan, reason, ...body }, equipment, { at }) => {
    const found = planNamed(plan, equipment);
    if ('rejection' in found) return found;
    const { lastDoneOn } = found;
    const planned = plannedBy(body, { ...basis, today: dateAt(at, basis), ...(lastDoneOn === undefined ? {} : { lastDoneOn }) });
    if ('rejection' in planned) return planned;
    return [{ type: 'MaintenanceRevised', data: { ...planned, person: equipment.person, plan, reason } }];
  });
}

export const endMaintenance: OnEquipment<EndMaintenance> = whileInUse(({ plan, reason }, equipment) => {
  const found = planNamed(plan, equipment);
  return 'rejection' in found ? found : [{ type: 'MaintenanceEnded', data: { person: equipment.person, plan, reason } }];
});

interface Now extends MaintenanceBasis {
  readonly today: string;
  readonly lastDoneOn?: string;
}

function plannedBy(body: PlanMaintenance, now: Now) {
  const { title, remindDays = usualDays, remindTime = usualTime } = body;
  const schedule = scheduleOf(body);
  if ('rejection' in schedule) return schedule;
  const due = firstDue(schedule, body.firstOn, now);
  return 'rejection' in due ? due : { title, schedule, remindDays, remindTime, timeZone: now.timeZone, ...due };
}

/** One way of saying when: an interval, which may begin on a day, or dates. */
function scheduleOf({ everyDays, everyMonths, dates, firstOn }: PlanMaintenance): MaintenanceSchedule | Rejection {
  const ways: readonly MaintenanceSchedule[] = [
    ...(everyDays === undefined ? [] : [{ everyDays }]),
    ...(everyMonths === undefined ? [] : [{ everyMonths }]),
    ...(dates === undefined ? [] : [{ dates }]),
  ];
  const [way] = ways;
  if (way === undefined || ways.length > 1 || (firstOn !== undefined && 'dates' in way)) return rejected('one-schedule-only');
  return way;
}

function firstDue(schedule: MaintenanceSchedule, firstOn: string | undefined, now: Now): MaintenanceDue | Rejection {
  const { today, works, lastDoneOn } = now;
  const yesterday = dayAfter(today, -1);
  if (firstOn !== undefined)
    return firstOn < today ? rejected('date-has-passed', { date: firstOn }) : maintenanceOn(firstOn, yesterday, works);
  // Of dates today's is to come, unless it was done today.
  const after = 'dates' in schedule && lastDoneOn !== today ? yesterday : (lastDoneOn ?? today);
  const due = nextMaintenance(schedule, after, works);
  return due ?? rejected('date-has-passed');
}
