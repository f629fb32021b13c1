import type { BringBackEquipment, ChangeEquipment, WriteOffEquipment } from '@ledgerline/contracts';
import { contentOf, type EquipmentContent } from '@ledgerline/domain';
import { rejected } from '@ledgerline/kernel';
import { whileInUse, type OnEquipment } from '../on-equipment.js';

/** Another place, another person, or what was wrong; the event says what it is from now on. @param named the account of who is responsible from now on */
export function changeEquipment(named: { readonly responsible?: string }): OnEquipment<ChangeEquipment> {
  return whileInUse(({ reason, ...changes }, equipment) => {
    const before = contentOf(equipment);
    const after: EquipmentContent = { ...before, ...given(changes), ...named };
    const isChanged = Object.entries(after).some(([name, value]) => before[name as keyof EquipmentContent] !== value);
    if (!isChanged) return rejected('nothing-to-change');
    return [{ type: 'EquipmentChanged', data: { ...after, person: equipment.person, reason } }];
  });
}

/** R12: what is not worth mending (报废). Its open faults and its plans end with it. */
export const writeOffEquipment: OnEquipment<WriteOffEquipment> = whileInUse(({ reason }, { person }) => [
  { type: 'EquipmentWrittenOff', data: { person, reason } },
]);

export const bringBackEquipment: OnEquipment<BringBackEquipment> = ({ reason }, equipment) => {
  if (equipment === undefined) return rejected('equipment-not-found');
  if (equipment.writtenOff === undefined) return rejected('equipment-is-in-use');
  return [{ type: 'EquipmentBroughtBack', data: { person: equipment.person, reason } }];
};

function given<Shape extends object>(body: Shape): Partial<Shape> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Partial<Shape>;
}
