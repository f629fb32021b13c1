import type { Dayjs } from 'dayjs';

export const periodNames = ['today', '7d', '30d', 'month', 'last-month', 'year', 'all'] as const;
export type PeriodName = (typeof periodNames)[number];

/** Days of the site's calendar; `to` is the first that does not belong to it, and where there is none it goes up to now. */
export interface Period {
  readonly from?: string;
  readonly to?: string;
}

const usual: PeriodName = '30d';
const text = (day: Dayjs) => day.format('YYYY-MM-DD');
const daysOf: Readonly<Record<PeriodName, (today: Dayjs) => Period>> = {
  today: (today) => ({ from: text(today) }),
  '7d': (today) => ({ from: text(today.subtract(6, 'day')) }),
  '30d': (today) => ({ from: text(today.subtract(29, 'day')) }),
  month: (today) => ({ from: text(today.startOf('month')) }),
  'last-month': (today) => ({ from: text(today.subtract(1, 'month').startOf('month')), to: text(today.startOf('month')) }),
  year: (today) => ({ from: text(today.startOf('year')) }),
  all: () => ({}),
};

/** Its name, or `own` where two days were chosen. */
export function periodNameIn(search: URLSearchParams): PeriodName | 'own' {
  if (search.has('from') || search.has('to')) return 'own';
  return periodNames.find((name) => name === search.get('period')) ?? usual;
}

/** A period by name moves along with the days: an address that is kept says tomorrow what it means today. */
export function periodIn(search: URLSearchParams, today: Dayjs): Period {
  const name = periodNameIn(search);
  if (name !== 'own') return daysOf[name](today);
  const day = (of: 'from' | 'to') => {
    const given = search.get(of) ?? '';
    return /^\d{4}-\d{2}-\d{2}$/.test(given) ? { [of]: given } : {};
  };
  return { ...day('from'), ...day('to') };
}
