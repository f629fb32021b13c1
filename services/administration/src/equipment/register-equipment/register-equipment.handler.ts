import type { RegisterEquipment } from '@ledgerline/contracts';
import { centreCalendar, equipmentFold, mayCommand, type Equipment, type EquipmentEvent } from '@ledgerline/domain';
import { openingCommand } from '@ledgerline/host';
import { namedInEquipment } from './named-in-equipment.js';
import { registerEquipment } from './register-equipment.decision.js';

/** `POST /equipment`. The code is the stream: no two items have one label. */
export const registerEquipmentHere = openingCommand<RegisterEquipment, Equipment, EquipmentEvent>({
  category: 'equipment',
  fold: equipmentFold,
  may: (roles) => mayCommand(roles, 'register-equipment'),
  exists: 'equipment-exists',
  prepare: async ({ body }, ledgerline) => {
    const named = await namedInEquipment({ ...body, calendar: body.calendar ?? centreCalendar }, ledgerline);
    if ('rejection' in named) return named;
    return registerEquipment({ person: await ledgerline.vault.newPerson(), responsible: named.responsible ?? body.responsible });
  },
});
