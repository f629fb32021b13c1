import { shippedDocuments } from '@ledgerline/administration';
import type { Calendar } from '@ledgerline/domain';

const {
  timeZone: zone,
  holidays,
  makeUpDays,
} = shippedDocuments.find(({ type, code }) => type === 'calendar' && code === 'default')?.body as Calendar;
export { zone };
const opens = { hour: 9 };
const minutesADay = 9 * 60;

/** The instant that lies so many working minutes (9 to 18 in Shanghai, on the shipped calendar's workdays) before another; milliseconds. */
export function workingMinutesBefore(anchor: number, minutes: number): number {
  const now = Temporal.Instant.fromEpochMilliseconds(anchor).toZonedDateTimeISO(zone);
  let morning = now.withPlainTime(opens);
  let worked = isWorkday(morning)
    ? Math.min(Math.max(Math.floor((anchor - morning.epochMilliseconds) / 60_000), 0), minutesADay)
    : 0;
  let left = minutes;
  while (left > worked || worked === 0) {
    left -= worked;
    morning = morning.subtract({ days: 1 });
    worked = isWorkday(morning) ? minutesADay : 0;
  }
  return morning.add({ minutes: worked - left }).epochMilliseconds;
}

function isWorkday(morning: Temporal.ZonedDateTime): boolean {
  const date = morning.toPlainDate().toString();
  if (makeUpDays?.[date] !== undefined) return true;
  return morning.dayOfWeek <= 5 && !(holidays ?? []).includes(date);
}
