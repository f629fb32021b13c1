import type { ByWhom, Rejection } from '@ledgerline/kernel';
import { powerOf } from '../authority/hands.js';
import { worksHere } from '../authority/roles.js';
import type { Viewer } from '../authority/sight.js';
import { unseenBy } from '../authority/unseen.js';
import type { EquipmentContent } from './equipment-events.js';
import type { Equipment, EquipmentFault, MaintenancePlan, MaybeEquipment } from './equipment.js';

/** `in-repair`: every fault that is open was taken on. */
export const equipmentStates = ['in-service', 'faulty', 'in-repair', 'written-off'] as const;
export type EquipmentState = (typeof equipmentStates)[number];

/** Faults and plans of one item at most: what breaks more often than that is written off. */
export const [mostFaults, mostPlans] = [1_000, 20];

export function isOpenFault({ state }: Pick<EquipmentFault, 'state'>): boolean {
  return state === 'reported' || state === 'taken-on';
}

export function equipmentStateOf({ faults, writtenOff }: Pick<Equipment, 'faults' | 'writtenOff'>): EquipmentState {
  if (writtenOff !== undefined) return 'written-off';
  const open = faults.filter(isOpenFault);
  if (open.length === 0) return 'in-service';
  return open.some(({ state }) => state === 'reported') ? 'faulty' : 'in-repair';
}

/** What is known of it, without what became of it. */
export function contentOf(equipment: Equipment): EquipmentContent {
  const { name, kind, site, place, serialNumber, supplier, warrantyUntil, responsible, calendar } = equipment;
  const known = { name, kind, site, place, serialNumber, supplier, warrantyUntil, responsible, calendar };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) as unknown as EquipmentContent;
}

type PlanToCome = MaintenancePlan & Required<Pick<MaintenancePlan, 'due'>>;

/** Plans of which something is still to come, what is due first before the rest. */
export function plansToCome({ plans }: Pick<Equipment, 'plans'>): readonly PlanToCome[] {
  return plans
    .filter((plan): plan is PlanToCome => plan.due !== undefined && !plan.ended)
    .toSorted((one, other) => (one.due.dueOn < other.due.dueOn ? -1 : 1));
}

/** Everybody who works here may look for the thing that does not work. */
export function seesEquipment(_equipment: Equipment, { roles = [] }: Viewer): boolean {
  return worksHere(roles);
}

export function unseenEquipment(equipment: MaybeEquipment, by: ByWhom): Rejection | undefined {
  return unseenBy(by, 'equipment-not-found', (viewer) => equipment !== undefined && seesEquipment(equipment, viewer));
}

/** Who mends and maintains it: whoever is responsible for it, and the administrators. */
export function seesToEquipment({ responsible }: Pick<Equipment, 'responsible'>, by: ByWhom): boolean {
  return powerOf(by) === responsible || (by.actor.roles ?? []).includes('administrator');
}
