import dayjs, { type Dayjs } from 'dayjs';
import advancedFormat from 'dayjs/plugin/advancedFormat.js';
import isoWeek from 'dayjs/plugin/isoWeek.js';
import updateLocale from 'dayjs/plugin/updateLocale.js';

dayjs.extend(isoWeek);
dayjs.extend(advancedFormat);
dayjs.extend(updateLocale);
// Digests have weeks of ISO 8601: a picker whose weeks began on Sunday would name the week before.
dayjs.updateLocale('en', { weekStart: 1, yearStart: 4 });

/** As the API names it: `2026-W10` (ISO 8601), `2026-03`. */
export function periodName(kind: 'week' | 'month', day: Dayjs): string {
  return day.format(kind === 'week' ? 'GGGG-[W]WW' : 'YYYY-MM');
}
