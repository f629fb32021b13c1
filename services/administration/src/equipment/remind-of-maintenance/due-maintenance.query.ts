import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { reminderDue, type MaintenanceReminder } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { equipmentCollection } from '../equipment-list/equipment-list.projection.js';

export interface DueMaintenanceQuery {
  /** RFC 3339, UTC, milliseconds. */
  readonly before: string;
  readonly limit: number;
}

/** Somebody has to be told of it: of which item, and who sees to that. */
export type DueMaintenance = MaintenanceReminder & { readonly id: string; readonly responsible: string };

/** For the loop that reminds alone. */
export async function dueMaintenance(
  { body: { before, limit }, principal }: QueryRequest<DueMaintenanceQuery>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'due'; readonly items: readonly DueMaintenance[] } | Problem> {
  if (!principal.roles.includes('system')) return problem('not-allowed');
  const collection = await ledgerline.live(equipmentCollection);
  const { items } = await collection.find({ where: { wakes: { from: '1', before } }, sort: ['wakes'], limit });
  return {
    kind: 'due',
    items: items.flatMap(({ id, document }) => {
      const reminder = reminderDue(document, before);
      return reminder === undefined ? [] : [{ ...reminder, id, responsible: document.responsible }];
    }),
  };
}
