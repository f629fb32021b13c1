import { Faults, pointerToken, type DocumentFault } from '../document/document-fault.js';
import { weekdays, type Shift, type Weekday } from './calendar.js';
import { minutesOf } from './shifts-of-day.js';

const members = ['code', 'effectiveFrom', 'timeZone', 'week', 'holidays', 'makeUpDays', 'exceptions'];
const wallTime = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Every fault for which a calendar could not be put in force. */
export function faultsOfCalendar(body: unknown): readonly DocumentFault[] {
  const faults = new Faults();
  const calendar = Object.fromEntries(faults.members('', body));
  faults.code('/code', calendar['code']);
  if (calendar['code'] === 'elapsed')
    faults.add('/code', 'elapsed is what policies call time without a calendar', 'reserved-code');
  checkWorkingTimes(calendar, faults);
  for (const [day, shifts] of Object.entries(calendar['week'] ?? {})) checkOverlaps(`/week/${pointerToken(day)}`, shifts, faults);
  for (const [date, shifts] of Object.entries(calendar['exceptions'] ?? {}))
    checkOverlaps(`/exceptions/${pointerToken(date)}`, shifts, faults);
  return faults.found;
}

/** Every fault for which a calendar could not be counted with at all: it needs no code, and overlaps count once. */
export function faultsOfInlineCalendar(body: unknown): readonly DocumentFault[] {
  const faults = new Faults();
  const calendar = Object.fromEntries(faults.members('', body));
  if (calendar['code'] !== undefined) faults.code('/code', calendar['code']);
  checkWorkingTimes(calendar, faults);
  return faults.found;
}

function checkWorkingTimes(calendar: Readonly<Record<string, unknown>>, faults: Faults): void {
  faults.strangers('', calendar, members);
  if (calendar['effectiveFrom'] !== undefined) faults.instant('/effectiveFrom', calendar['effectiveFrom']);
  if (!isTimeZone(calendar['timeZone'])) faults.add('/timeZone', 'must be an IANA time zone', 'unknown-time-zone');
  let shifts = 0;
  for (const [day, given] of faults.members('/week', calendar['week'])) {
    const at = `/week/${pointerToken(day)}`;
    if (!weekdays.includes(day as Weekday)) faults.add(at, `must be one of ${weekdays.join(', ')}`, 'unknown-word');
    shifts += checkShifts(at, given, faults);
  }
  for (const [place, date] of faults.items('/holidays', calendar['holidays'] ?? [], 5_000))
    if (!isDate(date)) faults.add(`/holidays/${place}`, 'must be a date', 'invalid-date');
  for (const [date, day] of faults.members('/makeUpDays', calendar['makeUpDays'] ?? {})) {
    const at = `/makeUpDays/${pointerToken(date)}`;
    if (!isDate(date)) faults.add(at, 'must be a date', 'invalid-date');
    if (!weekdays.includes(day as Weekday)) faults.add(at, `must be one of ${weekdays.join(', ')}`, 'unknown-word');
  }
  for (const [date, given] of faults.members('/exceptions', calendar['exceptions'] ?? {})) {
    const at = `/exceptions/${pointerToken(date)}`;
    if (!isDate(date)) faults.add(at, 'must be a date', 'invalid-date');
    checkShifts(at, given, faults);
  }
  if (shifts === 0 && faults.found.length === 0) faults.add('/week', 'must have at least one shift', 'empty-week');
}

/**
 * Shifts of one day that overlap are a slip of whoever wrote them. Shifts of two days may: a night shift hands over to the
 * morning's (deadlines.md, "of two, the later-starting one").
 */
function checkOverlaps(pointer: string, given: unknown, faults: Faults): void {
  const shifts = (Array.isArray(given) ? given : []).filter(isShift).map(([start, end]) => {
    const [from, to] = [minutesOf(start), minutesOf(end)];
    return { from, to: to > from ? to : to + 1_440 };
  });
  for (const [later, one] of shifts.entries())
    for (const [earlier, other] of shifts.slice(0, later).entries())
      if (one.from < other.to && other.from < one.to)
        faults.add(`${pointer}/${later}`, `overlaps with shift ${earlier}`, 'overlapping-shifts');
}

function checkShifts(pointer: string, given: unknown, faults: Faults): number {
  const shifts = faults.items(pointer, given, 24);
  for (const [place, shift] of shifts) {
    if (!isShift(shift)) faults.add(`${pointer}/${place}`, 'must be two wall times, as ["09:00", "12:00"]', 'invalid-shift');
  }
  return shifts.length;
}

function isShift(value: unknown): value is Shift {
  return Array.isArray(value) && value.length === 2 && value.every((time) => typeof time === 'string' && wallTime.test(time));
}

function isDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  try {
    Temporal.PlainDate.from(value, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

function isTimeZone(value: unknown): boolean {
  if (typeof value !== 'string' || !/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(value)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(value);
    return true;
  } catch {
    return false;
  }
}
