import { dayAfter, wallTimeBefore } from '../probation/probation-steps.js';
import type { Equipment, MaintenancePlan } from './equipment.js';

/** A reminder of one plan, `daysLeft` days before it is due (negative: since then), at an instant: RFC 3339, UTC. */
export interface MaintenanceReminder {
  readonly plan: number;
  readonly dueOn: string;
  readonly daysLeft: number;
  readonly at: string;
}

/** Days between two reminders of what is overdue, and how many there are at most. */
const [remindsEvery, mostOverdue] = [7, 53];

/** The reminder whose time has come and that nobody was told of: of several that a stop has heaped up the last, which says it all. @param now RFC 3339, UTC */
export function reminderDue(equipment: Pick<Equipment, 'plans'>, now: string): MaintenanceReminder | undefined {
  const come = equipment.plans.flatMap((plan) => remindersLeft(plan).findLast(({ at }) => at <= now) ?? []);
  return come.toSorted((one, other) => (one.at < other.at ? -1 : 1))[0];
}

/** When somebody has next to be told of some plan; undefined where nobody has. */
export function remindsOfMaintenanceAt({ plans }: Pick<Equipment, 'plans'>): string | undefined {
  return plans.flatMap((plan) => remindersLeft(plan)[0]?.at ?? []).toSorted()[0];
}

/**
 * In their order: before it is due, on the day, the day after, and each week from then on. Those whose time lay before there was a plan never come, nor those whose day
 * was over when it was last done: what is due each week is not announced on the day on which it was done.
 */
function remindersLeft(plan: MaintenancePlan): readonly MaintenanceReminder[] {
  const { due, ended, remindDays, reminded, plannedAt, lastDoneOn = '', remindTime, timeZone } = plan;
  if (due === undefined || ended) return [];
  const { dueOn } = due;
  const wall = { at: remindTime, timeZone };
  const overdue = Array.from({ length: mostOverdue }, (_, n) => -1 - n * remindsEvery);
  const before = [...new Set(remindDays)]
    .filter((days) => days > 0 && dayAfter(dueOn, -days) > lastDoneOn)
    .toSorted((one, other) => other - one);
  const told = reminded?.dueOn === dueOn ? reminded.daysLeft : Number.POSITIVE_INFINITY;
  return [...before, 0, ...overdue]
    .filter((daysLeft) => daysLeft < told)
    .map((daysLeft) => ({ plan: plan.plan, dueOn, daysLeft, at: wallTimeBefore(dueOn, daysLeft, wall) }))
    .filter(({ at }) => at > plannedAt);
}
