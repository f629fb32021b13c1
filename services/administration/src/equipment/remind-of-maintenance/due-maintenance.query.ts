import type { QueryRequest } from '@ledgerline/contracts';
import { reminderDue, type MaintenanceReminder } from '@ledgerline/domain';
import { dueRecords, type DueQuery, type Ledgerline } from '@ledgerline/host';
import { equipmentCollection, type ListedEquipment } from '../equipment-list/equipment-list.projection.js';

/** Somebody has to be told of it, and who sees to that. */
type DueMaintenance = MaintenanceReminder & { readonly responsible: string };

/** For the loop that reminds alone. */
export function dueMaintenance(request: QueryRequest<DueQuery>, ledgerline: Ledgerline) {
  const stepOf = (item: ListedEquipment): DueMaintenance | undefined => {
    const reminder = reminderDue(item, request.body.before);
    return reminder && { ...reminder, responsible: item.responsible };
  };
  return dueRecords(equipmentCollection, request, { by: 'wakes', stepOf }, ledgerline);
}
