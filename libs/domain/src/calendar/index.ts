import { documentCode, Faults, isInstantText, type DocumentFault } from '../document/document-fault.js';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];
/** Wall times `HH:MM`; an end that is not after its start lies on the next day. */
export type Shift = readonly [start: string, end: string];

/** A working calendar as interface.md has it. Dates are local to `timeZone`. */
export interface Calendar {
  readonly code: string;
  readonly effectiveFrom?: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly week: Readonly<Partial<Record<Weekday, readonly Shift[]>>>;
  readonly holidays?: readonly string[];
  /** Date → the weekday as which it works (调休). */
  readonly makeUpDays?: Readonly<Record<string, Weekday>>;
  /** Date → its own shifts. */
  readonly exceptions?: Readonly<Record<string, readonly Shift[]>>;
}

const members = ['code', 'effectiveFrom', 'timeZone', 'week', 'holidays', 'makeUpDays', 'exceptions'];
const wallTime = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Every fault for which a calendar could not be computed with. */
export function faultsOfCalendar(body: unknown): readonly DocumentFault[] {
  const faults = new Faults();
  const calendar = Object.fromEntries(faults.members('', body));
  faults.strangers('', calendar, members);
  if (typeof calendar['code'] !== 'string' || !documentCode.test(calendar['code'])) faults.add('/code', 'must be a code');
  if (calendar['effectiveFrom'] !== undefined && !isInstantText(calendar['effectiveFrom']))
    faults.add('/effectiveFrom', 'must be an RFC 3339 time with offset');
  if (!isTimeZone(calendar['timeZone'])) faults.add('/timeZone', 'must be an IANA time zone');
  let shifts = 0;
  for (const [day, given] of faults.members('/week', calendar['week'])) {
    if (!weekdays.includes(day as Weekday)) faults.add(`/week/${day}`, `must be one of ${weekdays.join(', ')}`);
    shifts += checkShifts(`/week/${day}`, given, faults);
  }
  for (const [place, date] of faults.items('/holidays', calendar['holidays'] ?? [], 5_000))
    if (!isDate(date)) faults.add(`/holidays/${place}`, 'must be a date');
  for (const [date, day] of faults.members('/makeUpDays', calendar['makeUpDays'] ?? {})) {
    if (!isDate(date)) faults.add(`/makeUpDays/${date}`, 'must be a date');
    if (!weekdays.includes(day as Weekday)) faults.add(`/makeUpDays/${date}`, `must be one of ${weekdays.join(', ')}`);
  }
  for (const [date, given] of faults.members('/exceptions', calendar['exceptions'] ?? {})) {
    if (!isDate(date)) faults.add(`/exceptions/${date}`, 'must be a date');
    checkShifts(`/exceptions/${date}`, given, faults);
  }
  if (shifts === 0 && faults.found.length === 0) faults.add('/week', 'must have at least one shift');
  return faults.found;
}

function checkShifts(pointer: string, given: unknown, faults: Faults): number {
  const shifts = faults.items(pointer, given, 24);
  for (const [place, shift] of shifts) {
    const isShift =
      Array.isArray(shift) && shift.length === 2 && shift.every((time) => typeof time === 'string' && wallTime.test(time));
    if (!isShift) faults.add(`${pointer}/${place}`, 'must be two wall times, as ["09:00", "12:00"]');
  }
  return shifts.length;
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
