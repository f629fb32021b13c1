/** A calendar as interface.md gives it. */
export interface CalendarBody {
  readonly timeZone?: string;
  readonly week?: Readonly<Record<string, readonly (readonly [string, string])[]>>;
  readonly holidays?: readonly string[];
  readonly makeUpDays?: Readonly<Record<string, string>>;
  readonly exceptions?: Readonly<Record<string, readonly (readonly [string, string])[]>>;
}

export type DayKind = 'work' | 'rest' | 'holiday' | 'make-up' | 'exception';

export interface CalendarDay {
  readonly date: string;
  readonly kind: DayKind;
  readonly shifts: readonly (readonly [string, string])[];
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** What a day is: exceptions win over make-up days, these over holidays, these over the week. */
export function dayOf({ week = {}, holidays = [], makeUpDays = {}, exceptions = {} }: CalendarBody, date: string): CalendarDay {
  const exception = exceptions[date];
  if (exception) return { date, kind: 'exception', shifts: exception };
  const worksAs = makeUpDays[date];
  if (worksAs !== undefined) return { date, kind: 'make-up', shifts: week[worksAs] ?? [] };
  if (holidays.includes(date)) return { date, kind: 'holiday', shifts: [] };
  const shifts = week[weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''] ?? [];
  return { date, kind: shifts.length > 0 ? 'work' : 'rest', shifts };
}

/** The days of a month with the empty places before its first, the week beginning on Monday. */
export function monthOf(year: number, month: number): readonly (string | undefined)[] {
  const first = new Date(Date.UTC(year, month - 1, 1));
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const before = (first.getUTCDay() + 6) % 7;
  const two = (value: number) => String(value).padStart(2, '0');
  const days = Array.from({ length: count }, (_, place) => `${year}-${two(month)}-${two(place + 1)}`);
  return [...Array.from({ length: before }, () => undefined), ...days];
}
