import { weekdays } from '../calendar/calendar.js';
import { Faults, type DocumentFault } from '../document/document-fault.js';

type Members = Readonly<Record<string, unknown>>;
const wallTime = /^([01]\d|2[0-3]):[0-5]\d$/;
const minutesOfDay = 1_440;

/** Every fault for which a duty rota could not be put in force. */
export function faultsOfDutyRota(body: unknown): readonly DocumentFault[] {
  const faults = new Faults();
  const document = faults.object('', body);
  faults.strangers('', document, ['code', 'effectiveFrom', 'timeZone', 'order', 'rota']);
  faults.code('/code', document['code']);
  faults.instant('/effectiveFrom', document['effectiveFrom']);
  if (!isTimeZone(document['timeZone'])) faults.add('/timeZone', 'must be an IANA time zone', 'unknown-time-zone');
  const order = faults.items('/order', document['order'], 200);
  if (Array.isArray(document['order']) && order.length === 0) faults.add('/order', 'must name at least one', 'empty-list');
  const seen = new Set<unknown>();
  for (const [place, executive] of order) {
    checkAccount(`/order/${place}`, executive, faults);
    if (seen.has(executive)) faults.add(`/order/${place}`, 'stands twice', 'duplicate');
    seen.add(executive);
  }
  const taken: Taken[] = [];
  for (const [place, given] of faults.items('/rota', document['rota'], 1_000)) checkTurn(`/rota/${place}`, given, taken, faults);
  return faults.found;
}

/** A stretch of a turn in minutes from the beginning of a weekday or a date. */
interface Taken {
  readonly day: string;
  readonly from: number;
  readonly to: number;
  readonly pointer: string;
}

function checkTurn(pointer: string, given: unknown, taken: Taken[], faults: Faults): void {
  const turn = faults.object(pointer, given);
  faults.strangers(pointer, turn, ['executive', 'days', 'dates', 'from', 'to']);
  checkAccount(`${pointer}/executive`, turn['executive'], faults);
  for (const name of ['from', 'to'])
    if (!isWallTime(turn[name])) faults.add(`${pointer}/${name}`, 'must be a time of day, as "09:00"', 'invalid-time');
  if ((turn['days'] === undefined) === (turn['dates'] === undefined))
    return faults.add(pointer, 'must have either days or dates', 'days-or-dates');
  const [name, isDay] = turn['days'] === undefined ? (['dates', isDate] as const) : (['days', isWeekday] as const);
  const days = faults.items(`${pointer}/${name}`, turn[name], 400);
  if (Array.isArray(turn[name]) && days.length === 0) faults.add(`${pointer}/${name}`, 'must name at least one', 'empty-list');
  for (const [place, day] of days) {
    const at = `${pointer}/${name}/${place}`;
    if (!isDay(day)) faults.add(at, name === 'days' ? `must be one of ${weekdays.join(', ')}` : 'must be a date', 'invalid-day');
    else checkOverlap(at, day, turn, { taken, faults });
  }
}

/** Two turns of the same kind that are on at once leave open who is on duty; dates go before weekdays. */
function checkOverlap(
  pointer: string,
  day: string,
  turn: Members,
  { taken, faults }: { readonly taken: Taken[]; readonly faults: Faults },
): void {
  const [from, to] = [minutesOf(turn['from']), minutesOf(turn['to'])];
  if (from === undefined || to === undefined) return;
  for (const piece of piecesOf(day, from, to)) {
    const other = taken.find((one) => one.day === piece.day && one.from < piece.to && piece.from < one.to);
    if (other) return faults.add(pointer, `is on together with ${other.pointer}`, 'overlapping-turns');
    taken.push({ ...piece, pointer });
  }
}

function piecesOf(day: string, from: number, to: number): readonly Omit<Taken, 'pointer'>[] {
  if (to > from) return [{ day, from, to }];
  const first = { day, from, to: minutesOfDay };
  return to === 0 ? [first] : [first, { day: dayAfter(day), from: 0, to }];
}

function dayAfter(day: string): string {
  const place = (weekdays as readonly string[]).indexOf(day);
  return place < 0 ? Temporal.PlainDate.from(day).add({ days: 1 }).toString() : (weekdays[(place + 1) % 7] as string);
}

function minutesOf(time: unknown): number | undefined {
  if (!isWallTime(time)) return undefined;
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

export function checkAccount(pointer: string, value: unknown, faults: Faults): void {
  if (typeof value !== 'string' || !/^[a-z0-9][a-z0-9._-]{0,63}$/i.test(value))
    faults.add(pointer, 'must be the id or username of an account', 'invalid-account');
}

function isWeekday(day: unknown): day is string {
  return (weekdays as readonly unknown[]).includes(day);
}

export function isDate(day: unknown): day is string {
  if (typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  try {
    return Temporal.PlainDate.from(day, { overflow: 'reject' }).year >= 1970;
  } catch {
    return false;
  }
}

/** `09:00` */
export function isWallTime(time: unknown): time is string {
  return typeof time === 'string' && wallTime.test(time);
}

export function isTimeZone(zone: unknown): boolean {
  try {
    return (
      typeof zone === 'string' &&
      zone.length < 100 &&
      !/^[+-]/.test(zone) &&
      Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
    );
  } catch {
    return false;
  }
}
