import type { RegisterEquipment } from '@ledgerline/contracts';
import { centreCalendar, type EquipmentEvent, type MaybeEquipment } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** What an item's own stream begins with. @param person id of its key @param responsible account of who sees to it */
export function registerEquipment({
  person,
  responsible,
}: {
  readonly person: string;
  readonly responsible: string;
}): Decide<RegisterEquipment, MaybeEquipment, EquipmentEvent> {
  return ({ code, calendar = centreCalendar, ...content }, equipment) =>
    equipment === undefined
      ? [{ type: 'EquipmentRegistered', data: { ...content, person, responsible, calendar } }]
      : rejected('equipment-exists', { code });
}
