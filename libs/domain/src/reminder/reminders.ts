/** A date that a person named, and how often somebody was told that it has passed. */
export interface DueDate {
  /** RFC 3339, UTC. */
  readonly dueBy?: string;
  readonly overdue?: { readonly dueBy: string; readonly times: number };
}

/** Milliseconds between two reminders that a date has passed, and how many there are at most. */
export const [remindsEvery, mostReminders] = [7 * 86_400_000, 53];

/** How often somebody was told that its present date has passed. */
export function remindersGiven({ dueBy, overdue }: DueDate): number {
  return overdue?.dueBy === dueBy ? (overdue?.times ?? 0) : 0;
}

/** When somebody has next to be told that it is late, RFC 3339; undefined where nobody has. */
export function nextReminderAt(due: DueDate): string | undefined {
  const times = remindersGiven(due);
  if (due.dueBy === undefined || times >= mostReminders) return undefined;
  return Temporal.Instant.from(due.dueBy)
    .add({ milliseconds: times * remindsEvery })
    .toString({ fractionalSecondDigits: 3 });
}

/** The same date once more told of. */
export function reminded({ dueBy, repeat }: { readonly dueBy: string; readonly repeat: number }) {
  return { dueBy, times: repeat + 1 };
}
