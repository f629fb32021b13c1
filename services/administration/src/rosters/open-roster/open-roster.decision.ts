import type { OpenRoster } from '@ledgerline/contracts';
import { centreCalendar, plansRoster, type MaybeShiftRoster, type RosterEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

export interface RosterPlace {
  /** Id of its key. */
  readonly person: string;
  readonly site: string;
  readonly timeZone: string;
}

/** One for each department and month: the stream is named by both. */
export function openRoster(place: RosterPlace): Decide<OpenRoster, MaybeShiftRoster, RosterEvent> {
  return ({ department, month, calendar = centreCalendar }, roster, { actor }) => {
    if (roster !== undefined) return rejected('roster-exists');
    if (!plansRoster({ department }, actor)) return rejected('only-own-departments');
    return [{ type: 'RosterOpened', data: { ...place, department, month, calendar } }];
  };
}
