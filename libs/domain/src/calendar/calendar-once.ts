import type { Calendar } from './calendar.js';
import { compileCalendar, type WorkingCalendar } from './working-calendar.js';

const known = new WeakMap<Calendar, WorkingCalendar>();

/** A calendar made ready once for as long as somebody holds its document: its years stay worked out. */
export function workingCalendar(calendar: Calendar): WorkingCalendar {
  const found = known.get(calendar) ?? compileCalendar(calendar);
  known.set(calendar, found);
  return found;
}
