import type { OpenRoster } from '@ledgerline/contracts';
import {
  centreCalendar,
  departmentFold,
  isAtWork,
  mayCommand,
  rosterFold,
  type RosterEvent,
  type ShiftRoster,
} from '@ledgerline/domain';
import { openingCommand } from '@ledgerline/host';
import { rejected, streamName } from '@ledgerline/kernel';
import { calendarInForce } from '../../working-time/calendar-in-force.js';
import { openRoster } from './open-roster.decision.js';

/** `POST /rosters`. */
export const openRosterHere = openingCommand<OpenRoster, ShiftRoster, RosterEvent>({
  category: 'roster',
  fold: rosterFold,
  may: (roles) => mayCommand(roles, 'open-roster'),
  exists: 'roster-exists',
  prepare: async ({ body: { department, calendar = centreCalendar } }, ledgerline) => {
    const { state } = await ledgerline.commands.current(streamName('department', department), departmentFold);
    if (!isAtWork(state)) return rejected('unknown-department', { department });
    const found = await calendarInForce(calendar, ledgerline);
    if (found === undefined) return rejected('unknown-calendar', { calendar });
    return openRoster({ person: await ledgerline.vault.newPerson(), site: state.site, timeZone: found.timeZone });
  },
});
