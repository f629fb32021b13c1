import type { Problem, QueryRequest } from '@ledgerline/contracts';
import { equipmentFold, seesEquipment, type Equipment, type EquipmentFault, type MaintenancePlan } from '@ledgerline/domain';
import { oneRecord, shownStep, type Ledgerline, type RecordKind, type ShownStep } from '@ledgerline/host';
import { shownEquipment, type ShownEquipment } from './shown-equipment.js';

/** One item whole: its faults and plans, and how it came to that. */
export type OneEquipment = ShownEquipment & {
  readonly faults: readonly EquipmentFault[];
  readonly plans: readonly MaintenancePlan[];
  readonly history: readonly ShownStep[];
};

const equipmentKind: RecordKind<Equipment> = {
  category: 'equipment',
  fold: equipmentFold,
  sees: seesEquipment,
  notFound: 'equipment-not-found',
};

/** `GET /equipment/{code}`. */
export async function oneEquipment(
  { body: { id }, principal }: QueryRequest<{ readonly id: string }>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'one'; readonly equipment: OneEquipment } | Problem> {
  const record = await oneRecord(equipmentKind, { id, principal }, ledgerline);
  if ('code' in record) return record;
  const { state, events } = record;
  const { faults, plans } = state;
  const shown = shownEquipment({ ...state, id, version: events.length });
  return { kind: 'one', equipment: { ...shown, faults, plans, history: events.map((event) => shownStep(event)) } };
}
