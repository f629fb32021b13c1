import { dueInstant, type Timekeeper } from '../calendar/due-instant.js';
import { dayLength, type EpochDay } from '../calendar/epoch-day.js';
import type { WorkDuration } from '../calendar/work-duration.js';
import { afterWork, workBetween } from '../calendar/working-calendar.js';
import { dayOf, dayOfDeadline, workingDayAfter } from '../calendar/working-days.js';

/** Time that a clock counts between two instants: working milliseconds on its calendar, or elapsed ones; 0 backwards. */
export function counted(timekeeper: Timekeeper, from: number, to: number): number {
  return timekeeper === 'elapsed' ? Math.max(0, to - from) : workBetween(timekeeper, from, to);
}

/** So much counted time after an instant; the instant itself for none. */
export function afterCounted(timekeeper: Timekeeper, from: number, milliseconds: number): number | undefined {
  if (milliseconds === 0) return from;
  return timekeeper === 'elapsed' ? from + milliseconds : afterWork(timekeeper, from, milliseconds);
}

/** As `dueInstant`, counted from a due time: no time after it is the due time, and days count from the day that it closes. */
export function afterDue(timekeeper: Timekeeper, due: number, after: WorkDuration): number | undefined {
  if (after.kind === 'time') return afterCounted(timekeeper, due, after.milliseconds);
  if (timekeeper === 'elapsed') return due + after.days * dayLength;
  const day = dayOfDeadline(timekeeper, due);
  return after.days === 0 || day === undefined ? due : workingDayAfter(timekeeper, day, after.days)?.closing;
}

/** A limit from an instant; where whole days are counted, with the day that it closes. undefined beyond the calendar's end. */
export function startDeadline(timekeeper: Timekeeper, from: number, limit: WorkDuration): Deadline | undefined {
  if (timekeeper !== 'elapsed' && limit.kind === 'days') {
    const first = dayOf(timekeeper, from);
    const last = first === undefined ? undefined : workingDayAfter(timekeeper, first, limit.days);
    return last && { due: last.closing, day: last.day };
  }
  const due = dueInstant(timekeeper, from, limit);
  return due === undefined ? undefined : { due };
}

/** A due time on its way; `day` where whole days are counted. */
export interface Deadline {
  readonly due: number;
  readonly day?: EpochDay;
}
