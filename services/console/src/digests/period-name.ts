import type { Dayjs } from 'dayjs';

/** As the API names it: `2026-W10` (ISO 8601), `2026-03`. */
export function periodName(kind: 'week' | 'month', day: Dayjs): string {
  return day.format(kind === 'week' ? 'GGGG-[W]WW' : 'YYYY-MM');
}
