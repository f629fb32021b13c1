/** Days of somebody's roster as a calendar is made of them. */
export type ShiftsOfCalendar = readonly {
  readonly date: string;
  readonly roster: string;
  readonly timeZone: string;
  readonly shifts: readonly { readonly code: string; readonly start: string; readonly end: string }[];
}[];

/** RFC 5545, in UTC, so that no zone has to be described: an event for each shift, by the same id whenever it is taken. */
export function shiftsAsCalendar(days: ShiftsOfCalendar): string {
  const events = days.flatMap(({ date, roster, timeZone, shifts }) =>
    shifts.flatMap(({ code, start, end }) => {
      const day = Temporal.PlainDate.from(date);
      const ends = end > start ? day : day.add({ days: 1 });
      const at = (on: Temporal.PlainDate, time: string) => inUtc(on.toZonedDateTime({ timeZone, plainTime: time }).toInstant());
      return [
        'BEGIN:VEVENT', `UID:${roster}-${date}-${code}@ledgerline`, `DTSTAMP:${at(day, start)}`, `DTSTART:${at(day, start)}`,
        `DTEND:${at(ends, end)}`, `SUMMARY:${code}`, 'END:VEVENT',
      ]; // prettier-ignore
    }),
  );
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Ledgerline//Roster//EN', ...events, 'END:VCALENDAR'];
  return lines.map((line) => `${line}\r\n`).join('');
}

/** `20260302T000000Z` */
function inUtc(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '');
}
