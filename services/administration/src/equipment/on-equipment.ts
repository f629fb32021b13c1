import {
  equipmentFold,
  mayCommand,
  seesToEquipment,
  unseenEquipment,
  type Equipment,
  type EquipmentEvent,
  type MaybeEquipment,
} from '@ledgerline/domain';
import { commandsOn } from '@ledgerline/host';
import { rejected, type Decide } from '@ledgerline/kernel';

export type OnEquipment<Body> = Decide<Body, MaybeEquipment, EquipmentEvent>;

export const onEquipment = commandsOn<MaybeEquipment, EquipmentEvent>({
  category: 'equipment',
  fold: equipmentFold,
  may: mayCommand,
  unseen: unseenEquipment,
});

/** A decision about an item that is used: nothing is done any more to what is written off. */
export function whileInUse<Body>(decide: Decide<Body, Equipment, EquipmentEvent>): OnEquipment<Body> {
  return (body, equipment, by) => {
    if (equipment === undefined) return rejected('equipment-not-found');
    return equipment.writtenOff === undefined ? decide(body, equipment, by) : rejected('equipment-is-written-off');
  };
}

/** And for those who see to it alone. */
export function byWhoSeesToIt<Body>(decide: Decide<Body, Equipment, EquipmentEvent>): OnEquipment<Body> {
  return whileInUse((body, equipment, by) =>
    seesToEquipment(equipment, by) ? decide(body, equipment, by) : rejected('not-responsible-for-it'),
  );
}
