import type { Probation } from './probation.js';

/** What the system does by itself about a probation, and when: RFC 3339, UTC. */
export type ProbationStep =
  | { readonly step: 'remind'; readonly at: string; readonly lastDay: string; readonly days: number }
  | { readonly step: 'make-regular'; readonly at: string; readonly lastDay: string };

type Kept = Omit<Probation, 'pay'>;

/**
 * The next of them. Reminders come so many days before the last day, those that lay before the probation began never; when the last day has passed the employee is
 * regular, by law and by rule. Nothing comes of one that is over.
 */
export function nextStep(probation: Kept): ProbationStep | undefined {
  if (probation.status !== 'on-probation') return undefined;
  const { lastDay, reminders, reminded, begunAt, timeZone } = probation;
  const wall = { at: reminders.at, timeZone };
  const reminder = reminders.days
    .filter((days) => !reminded.some((one) => one.lastDay === lastDay && one.days === days))
    .map((days) => ({ step: 'remind' as const, at: wallTimeBefore(lastDay, days, wall), lastDay, days }))
    .filter(({ at }) => at > begunAt)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))[0];
  return reminder ?? { step: 'make-regular', at: startOfDay(dayAfter(lastDay), probation), lastDay };
}

/** The local date of an instant. */
export function dateAt(at: string, { timeZone }: Pick<Probation, 'timeZone'>): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

export function dayAfter(date: string, days = 1): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** A wall time so many days before a date: RFC 3339, UTC. */
export function wallTimeBefore(
  date: string,
  days: number,
  { at, timeZone }: { readonly at: string; readonly timeZone: string },
): string {
  const plainTime = Temporal.PlainTime.from(at);
  return Temporal.PlainDate.from(date)
    .subtract({ days })
    .toZonedDateTime({ timeZone, plainTime })
    .toInstant()
    .toString({ fractionalSecondDigits: 3 });
}

function startOfDay(date: string, { timeZone }: Pick<Probation, 'timeZone'>): string {
  return Temporal.PlainDate.from(date).toZonedDateTime(timeZone).toInstant().toString({ fractionalSecondDigits: 3 });
}
