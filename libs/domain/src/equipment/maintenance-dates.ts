import type { MaintenanceDue, MaintenanceSchedule } from './equipment-events.js';

/** Days by which a date may be brought forward to a working day: longer than any holiday of the year. */
const mostBroughtForward = 31;

/** Which dates somebody works on. */
export type WorksOn = (date: string) => boolean;

/**
 * The next time after a day: an interval counts from the day on which it was last done, so that doing it early does not make it come twice. It is to be done on the
 * working day before where the planned day is a day off: an interval is the longest that is allowed.
 *
 * @param after a date; of a plan by dates the last one that is done with
 * @returns undefined where a plan by dates has no more
 */
export function nextMaintenance(schedule: MaintenanceSchedule, after: string, works: WorksOn): MaintenanceDue | undefined {
  const plannedOn = plannedAfter(schedule, after);
  return plannedOn === undefined ? undefined : maintenanceOn(plannedOn, after, works);
}

/** A day of the plan, and the working day on which it is to be done: never on the day after which it is, or before it. */
export function maintenanceOn(plannedOn: string, after: string, works: WorksOn): MaintenanceDue {
  const day = Temporal.PlainDate.from(plannedOn);
  for (let back = 0; back <= mostBroughtForward; back += 1) {
    const date = day.subtract({ days: back }).toString();
    if (date <= after) break;
    if (works(date)) return { plannedOn, dueOn: date };
  }
  return { plannedOn, dueOn: plannedOn };
}

function plannedAfter(schedule: MaintenanceSchedule, after: string): string | undefined {
  if ('dates' in schedule) return schedule.dates.toSorted().find((date) => date > after);
  const step = 'everyDays' in schedule ? { days: schedule.everyDays } : { months: schedule.everyMonths };
  return Temporal.PlainDate.from(after).add(step).toString();
}
