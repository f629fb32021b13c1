import { powerOf, type EquipmentEvent, type EquipmentEventType } from '@ledgerline/domain';
import type { RecordedEvent } from '@ledgerline/kernel';
import { inboxOf, type DraftedNotice } from './notice.js';

/** What decides who is told of an item; none of its words. */
export interface ToldEquipment {
  readonly code: string;
  readonly responsible: string;
  /** Who reported what is not mended, by the fault's number. */
  readonly reporters: Readonly<Record<number, string>>;
}

export const eventsOfEquipment = [
  'EquipmentRegistered',
  'EquipmentChanged',
  'EquipmentWrittenOff',
  'FaultReported',
  'FaultMended',
  'MaintenanceReminded',
] as const satisfies readonly EquipmentEventType[];

type Told = EquipmentEvent & Pick<RecordedEvent, 'meta'>;

/** Whom it concerns after an event; undefined of what was never registered. */
export function standsIn(before: ToldEquipment | undefined, event: Told, code: string): ToldEquipment | undefined {
  if (event.type === 'EquipmentRegistered') return { code, responsible: event.data.responsible, reporters: {} };
  if (before === undefined) return undefined;
  const { reporters } = before;
  switch (event.type) {
    case 'EquipmentChanged':
      return { ...before, responsible: event.data.responsible };
    case 'EquipmentWrittenOff':
      return { ...before, reporters: {} };
    case 'FaultReported':
      return { ...before, reporters: { ...reporters, [event.data.fault]: powerOf(event.meta) } };
    case 'FaultMended': {
      const { [event.data.fault]: _mended, ...others } = reporters;
      return { ...before, reporters: others };
    }
    default:
      return before;
  }
}

/**
 * Whoever sees to it, and the administrators, have to know of a fault; who reported it, that it is mended or never will be; of maintenance whoever the reminder told, and
 * once it is overdue the administrators too. @param before as it was
 */
export function noticesOfEquipment(event: Told, { responsible, reporters }: ToldEquipment): readonly DraftedNotice[] {
  const { account, administrators } = inboxOf;
  switch (event.type) {
    case 'FaultReported':
      return [{ kind: 'fault-reported', to: [account(responsible), administrators] }];
    case 'FaultMended': {
      const reporter = reporters[event.data.fault];
      return reporter === undefined ? [] : [{ kind: 'fault-mended', to: [account(reporter)] }];
    }
    case 'EquipmentWrittenOff':
      return [{ kind: 'equipment-written-off', to: [...new Set([responsible, ...Object.values(reporters)])].map(account) }];
    case 'MaintenanceReminded': {
      const told = event.data.told.map(account);
      if (event.data.daysLeft >= 0) return [{ kind: 'maintenance-due', to: told }];
      return [{ kind: 'maintenance-overdue', to: [...told, administrators] }];
    }
    default:
      return [];
  }
}
