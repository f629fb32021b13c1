export type DurationUnit = 'days' | 'hours' | 'minutes';

export interface Length {
  readonly count: number;
  readonly unit: DurationUnit;
}

/** `P3D`, `PT4H`, `PT30M` as a number and a unit; undefined for one that is not of a single unit. */
export function lengthOf(duration: unknown): Length | undefined {
  const found = typeof duration === 'string' ? /^P(?:(\d{1,6})D|T(\d{1,6})([HM]))$/.exec(duration) : null;
  if (!found) return undefined;
  const [, days, count, letter] = found;
  if (days !== undefined) return { count: Number(days), unit: 'days' };
  return { count: Number(count), unit: letter === 'H' ? 'hours' : 'minutes' };
}

export function durationOf({ count, unit }: Length): string {
  if (unit === 'days') return `P${count}D`;
  return `PT${count}${unit === 'hours' ? 'H' : 'M'}`;
}
