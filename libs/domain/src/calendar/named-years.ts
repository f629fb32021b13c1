import type { Calendar } from './calendar.js';
import type { InBothLanguages } from './deadline-sentence.js';
import { localTime } from './explain-deadline.js';

/**
 * A calendar names holidays year by year, and those of the next are made known late in this one. What is due after the last year
 * of which it names any date counts festivals as working days, and has to say so.
 *
 * @param due milliseconds since the epoch
 * @returns nothing to say of a due time within those years, and of a calendar that names no dates at all
 */
export function beyondNamedYears(calendar: Calendar, due: number): InBothLanguages | undefined {
  const last = lastYearNamed(calendar);
  if (last === undefined || localTime(due, calendar.timeZone).slice(0, 4) <= last) return undefined;
  return {
    zh: `日历未列 ${last} 年以后的节假日，其后只按每周班次计。`,
    en: `The calendar names no holidays after ${last}; later days count by the week alone.`,
  };
}

/** Years have four digits, so that the order of their texts is theirs. */
function lastYearNamed({ holidays = [], makeUpDays = {}, exceptions = {} }: Calendar): string | undefined {
  const dates = [...holidays, ...Object.keys(makeUpDays), ...Object.keys(exceptions)];
  return dates.toSorted().at(-1)?.slice(0, 4);
}
