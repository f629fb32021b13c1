import { approvedVersions, latestOf, type GovernedDocument } from '../document/governed-document.js';
import type { Calendar } from './calendar.js';

/** The calendar by whose days the whole centre's weeks and months begin. */
export const centreCalendar = 'default';

/**
 * The time zone of a calendar at an instant, as it was known then; of an instant older than every version by the first. UTC where there is none.
 *
 * @param at milliseconds since the epoch
 */
export function zoneAt(calendar: GovernedDocument, at: number): string {
  const versions = approvedVersions(calendar);
  const found = latestOf(versions, at, at) ?? versions.toSorted((a, b) => a.from - b.from)[0];
  return found === undefined ? 'UTC' : (found.version.body as Calendar).timeZone;
}
