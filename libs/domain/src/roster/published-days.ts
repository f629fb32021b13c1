import type { ShiftRoster } from './shift-roster.js';
import { isPublished, rosterId } from './roster-rules.js';

/** Somebody's days that are published in a roster: codes of shifts by date, none of a day off. */
export interface PublishedDays {
  /** Id of the roster. */
  readonly roster: string;
  readonly edition: number;
  readonly days: Readonly<Record<string, readonly string[]>>;
}

export function publishedDaysOf(account: string, roster: ShiftRoster): PublishedDays {
  const own = roster.people.find((one) => one.account === account)?.days ?? {};
  const days = Object.entries(own).filter(([date]) => isPublished(date, roster));
  return { roster: rosterId(roster), edition: roster.edition, days: Object.fromEntries(days) };
}
