import { equipmentFold, workingDaysOf, type EquipmentEvent, type MaybeEquipment, type WorksOn } from '@ledgerline/domain';
import type { StreamCommand } from '@ledgerline/host';
import { rejected, streamName } from '@ledgerline/kernel';
import { calendarInForce } from '../../working-time/calendar-in-force.js';
import type { OnEquipment } from '../on-equipment.js';

/** What maintenance goes by: the item's calendar as it is now. */
export interface MaintenanceBasis {
  readonly timeZone: string;
  readonly works: WorksOn;
}

/** A decision that needs the zone and the working days of the site where the item stands. */
export function byItsCalendar<Body>(
  decision: (basis: MaintenanceBasis) => OnEquipment<Body>,
): StreamCommand<Body, MaybeEquipment, EquipmentEvent>['decide'] {
  return {
    prepare: async ({ id }, ledgerline) => {
      const { state } = await ledgerline.commands.current(streamName('equipment', id), equipmentFold);
      if (state === undefined) return () => rejected('equipment-not-found');
      const calendar = await calendarInForce(state.calendar, ledgerline);
      if (calendar === undefined) return () => rejected('unknown-calendar', { calendar: state.calendar });
      return decision({ timeZone: calendar.timeZone, works: workingDaysOf(calendar).works });
    },
  };
}
