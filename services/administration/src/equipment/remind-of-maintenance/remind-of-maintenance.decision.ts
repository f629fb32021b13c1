import { reminderDue } from '@ledgerline/domain';
import { rejected } from '@ledgerline/kernel';
import type { OnEquipment } from '../on-equipment.js';

/** A reminder that was found due, and whom it was told to. */
export interface RemindOfMaintenance {
  readonly plan: number;
  readonly dueOn: string;
  readonly daysLeft: number;
  readonly told: readonly string[];
}

/** Decided again on the item as it stands: done, revised or written off meanwhile, and nothing comes of it. */
export const remindOfMaintenance: OnEquipment<RemindOfMaintenance> = ({ plan, dueOn, daysLeft, told }, equipment, { at }) => {
  if (equipment === undefined) return rejected('equipment-not-found');
  const next = reminderDue(equipment, at);
  if (next?.plan !== plan || next.dueOn !== dueOn || next.daysLeft !== daysLeft) return rejected('step-no-longer-due');
  return [{ type: 'MaintenanceReminded', data: { plan, dueOn, daysLeft, told } }];
};
