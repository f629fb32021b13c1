/** What somebody has on days (`YYYY-MM-DD`): codes of shifts; none is a day off (休息日); `null` takes the day out of the plan. */
export interface PlannedPerson {
  readonly account: string;
  readonly days: Readonly<Record<string, readonly string[] | null>>;
}

/** Somebody's days of a roster: codes of shifts by date; none is a day off, and a day without an entry is not planned. */
export interface RosteredPerson {
  readonly account: string;
  readonly days: Readonly<Record<string, readonly string[]>>;
}

/** People with those of their days alone that are meant; who has none of them is left out. */
export function onDays(people: readonly RosteredPerson[], isMeant: (date: string) => boolean): readonly RosteredPerson[] {
  const some = people.map(({ account, days }) => ({
    account,
    days: Object.fromEntries(Object.entries(days).filter(([date]) => isMeant(date))),
  }));
  return some.filter(({ days }) => Object.keys(days).length > 0);
}
