import { isPublished, rosterId } from './roster-rules.js';
import { onDays } from './rostered-person.js';
import type { ShiftRoster } from './shift-roster.js';

/** Somebody's days that are published in a roster: codes of shifts by date, none of a day off. */
export interface PublishedDays {
  /** Id of the roster. */
  readonly roster: string;
  readonly edition: number;
  readonly days: Readonly<Record<string, readonly string[]>>;
}

export function publishedDaysOf(account: string, roster: ShiftRoster): PublishedDays {
  const own = roster.people.filter((one) => one.account === account);
  const [published] = onDays(own, (date) => isPublished(date, roster));
  return { roster: rosterId(roster), edition: roster.edition, days: published?.days ?? {} };
}
