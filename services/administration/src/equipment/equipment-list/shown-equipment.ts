import {
  equipmentStateOf,
  isOpenFault,
  plansToCome,
  type Equipment,
  type EquipmentState,
  type MaintenancePlan,
} from '@ledgerline/domain';
import type { Listed } from '@ledgerline/kernel';

/** What is due next of an item, and by which plan. */
export interface NextMaintenance extends Pick<MaintenancePlan, 'plan' | 'title'> {
  readonly dueOn: string;
}

/** An item of a list. `id` is its code. */
export type ShownEquipment = Omit<Equipment, 'person' | 'faults' | 'plans'> & {
  readonly id: string;
  readonly version: number;
  readonly state: EquipmentState;
  readonly openFaults: number;
  readonly next?: NextMaintenance;
};

export function shownEquipment(equipment: Listed<Equipment>): ShownEquipment {
  const { person: _person, faults, plans: _plans, ...shown } = equipment;
  const [next] = plansToCome(equipment);
  return {
    ...shown,
    state: equipmentStateOf(equipment),
    openFaults: faults.filter(isOpenFault).length,
    ...(next && { next: { plan: next.plan, title: next.title, dueOn: next.due.dueOn } }),
  };
}
