import type { ChangeEquipment } from '@ledgerline/contracts';
import { equipmentFold, type EquipmentEvent, type MaybeEquipment } from '@ledgerline/domain';
import { streamCommand, type AnswerCommand } from '@ledgerline/host';
import { bringBackEquipment, changeEquipment, writeOffEquipment } from './change-equipment/change-equipment.decision.js';
import { mendFault, reportFault, takeOnFault } from './faults/fault.decisions.js';
import { byItsCalendar } from './maintenance/maintenance-basis.js';
import { endMaintenance, planMaintenance, reviseMaintenance } from './maintenance/plan-maintenance.decision.js';
import { recordMaintenance } from './maintenance/record-maintenance.decision.js';
import { onEquipment } from './on-equipment.js';
import { namedInEquipment } from './register-equipment/named-in-equipment.js';
import { registerEquipmentHere } from './register-equipment/register-equipment.handler.js';
import { remindOfMaintenance, type RemindOfMaintenance } from './remind-of-maintenance/remind-of-maintenance.decision.js';

/** R12: what the centre works with, what is wrong with it, and what is to be done to it when. */
export const equipmentCommands: Readonly<Record<string, AnswerCommand>> = {
  'register-equipment': registerEquipmentHere,
  'change-equipment': onEquipment<ChangeEquipment>('change-equipment', {
    prepare: async ({ body }, ledgerline) => {
      const named = await namedInEquipment(body, ledgerline);
      return 'rejection' in named ? () => named : changeEquipment(named);
    },
  }),
  'write-off-equipment': onEquipment('write-off-equipment', writeOffEquipment),
  'bring-back-equipment': onEquipment('bring-back-equipment', bringBackEquipment),
  'report-fault': onEquipment('report-fault', reportFault),
  'take-on-fault': onEquipment('take-on-fault', takeOnFault),
  'mend-fault': onEquipment('mend-fault', mendFault),
  'plan-maintenance': onEquipment('plan-maintenance', byItsCalendar(planMaintenance)),
  'revise-maintenance': onEquipment('revise-maintenance', byItsCalendar(reviseMaintenance)),
  'end-maintenance': onEquipment('end-maintenance', endMaintenance),
  'record-maintenance': onEquipment('record-maintenance', byItsCalendar(recordMaintenance)),
  'remind-of-maintenance': streamCommand<RemindOfMaintenance, MaybeEquipment, EquipmentEvent>({
    category: 'equipment',
    fold: equipmentFold,
    may: (roles) => roles.includes('system'),
    decide: remindOfMaintenance,
  }),
};
